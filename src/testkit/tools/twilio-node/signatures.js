// What Twilio's library for Node.js signs and believes: node signatures.js cases.json answers.json
// A case: { token, url, params, body, signature, signedUrl, legacy }, of which token and url are required. Without a signature it is
// made for signedUrl, else url; with legacy for the query as Node's querystring module writes it. An answer: { signature, valid }
const fs = require('fs');
const querystring = require('querystring');
const { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } = require('twilio/lib/webhooks/webhooks');

const [cases, answers] = process.argv.slice(2);

function answer({ token, url, params, body, signature, signedUrl, legacy }) {
  let signed = signedUrl || url;
  if (legacy) {
    const query = signed.indexOf('?') + 1;
    signed = signed.slice(0, query) + querystring.stringify(querystring.parse(signed.slice(query)));
  }
  const made = getExpectedTwilioSignature(token, signed, params || {});
  const claimed = signature || made;
  return { signature: made, valid: body === undefined ? validateRequest(token, claimed, url, params || {})
    : validateRequestWithBody(token, claimed, url, body) };
}

fs.writeFileSync(answers, JSON.stringify(JSON.parse(fs.readFileSync(cases, 'utf8')).map(answer)));

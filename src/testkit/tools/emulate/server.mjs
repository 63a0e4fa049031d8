// A Twilio on a port of loopback: node server.mjs <port> <auth token> <phone number>
import { createEmulator } from 'emulate';

const [port, authToken, phoneNumber] = process.argv.slice(2);
const emulator = await createEmulator({
  service: 'twilio',
  port: Number(port),
  seed: {
    twilio: {
      account: { sid: 'AC' + '0'.repeat(32), auth_token: authToken, friendly_name: 'Test' },
      phone_numbers: [{ phone_number: phoneNumber, friendly_name: 'Test' }]
    }
  }
});
console.log('listening on ' + emulator.url);

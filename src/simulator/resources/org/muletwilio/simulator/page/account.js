/* What the account owns, and which addresses Twilio calls for it. */

import {badge, byId, button, make, onSubmit, showList} from './dom.js';

/** An address without its query, which would fill the window; all of it is a tooltip. */
function address(what, url) {
  return url && make('small', {title: url}, what + ': ' + url.split('?')[0]);
}

function row(title, chips, ...lines) {
  const head = make('strong', {}, title, ...chips.filter(Boolean).flatMap(chip => [' ', badge(chip, '')]));
  return make('div', {}, head, ...lines.filter(Boolean));
}

const note = text => make('small', {}, text);

function numberRow(number) {
  const service = number.messagingService && 'in ' + number.messagingService;
  return [row(number.phoneNumber, [service, number.trunk && 'trunk ' + number.trunk],
    address('messages', number.smsUrl) || note('messages: no address'), address('if that fails', number.smsFallbackUrl),
    address('calls', number.voiceUrl) || note('calls: no address'), address('if that fails', number.voiceFallbackUrl),
    address('status of calls', number.statusCallback)),
  button('Edit', () => editNumber(number), 'small')];
}

function editNumber(number) {
  const {phoneNumber, smsUrl, voiceUrl} = byId('number').elements;
  [phoneNumber.value, smsUrl.value, voiceUrl.value] = [number.phoneNumber, number.smsUrl, number.voiceUrl];
  smsUrl.focus();
}

function senderRow(sender) {
  return row(sender.sender, [sender.messagingService && 'in ' + sender.messagingService],
    address('messages', sender.callbackUrl) || note('messages: no address'), address('if that fails', sender.fallbackUrl),
    address('status', sender.statusCallbackUrl));
}

function serviceRow(service) {
  const messages = service.useInboundWebhookOnNumber ? note('messages: left to the addresses of its numbers')
    : address('messages', service.inboundRequestUrl) || note('messages: no address');
  return row(service.friendlyName, [], make('small', {}, make('code', {}, service.sid)),
    note(service.senders.length ? service.senders.join(', ') : 'no number or sender: it can send nothing'), messages,
    address('if that fails', service.fallbackUrl), address('status', service.statusCallback));
}

function applicationRow(application) {
  return row(application.friendlyName, [], make('small', {}, make('code', {}, application.sid)),
    address('messages', application.smsUrl), address('if that fails', application.smsFallbackUrl),
    address('status of messages', application.messageStatusCallback), address('calls', application.voiceUrl),
    address('if that fails', application.voiceFallbackUrl), address('status of calls', application.statusCallback));
}

function sinkRow(sink) {
  return row(sink.description, [sink.batches ? 'batches' : 'single events'], address('events', sink.destination),
    note(sink.types.length ? sink.types.join(', ') : 'no subscription'));
}

function list(id, items, keyOf, content) {
  showList(byId(id), items, keyOf, content);
}

/** Shows all that the account owns. */
export function showAccount(settings) {
  list('number-list', settings.numbers, one => one.sid, numberRow);
  list('sender-list', settings.channelSenders, one => one.sid, senderRow);
  list('service-list', settings.messagingServices, one => one.sid, serviceRow);
  list('application-list', settings.applications, one => one.sid, applicationRow);
  list('sink-list', settings.sinks, one => one.sid, sinkRow);
  const types = [...new Set(settings.sinks.flatMap(sink => sink.types))];
  byId('event-types').replaceChildren(...types.map(value => make('option', {value})));
}

onSubmit('number', 'numbers');
onSubmit('sender', 'senders');
onSubmit('service', 'messaging-services');

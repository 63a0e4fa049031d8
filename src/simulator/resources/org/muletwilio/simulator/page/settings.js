/* Faults, outcomes, time, and callbacks that are triggered. */

import {showAccount} from './account.js';
import {badge, byId, button, encodeLines, make, onSubmit, send, showList} from './dom.js';

const FAULTS = [
  ['repeat', 'Repeat', 'sent twice, same token'],
  ['reorder', 'Reorder', 'sent after the next one'],
  ['delay', 'Delay', 'overtaken'],
  ['drop', 'Drop', 'never sent'],
  ['forge', 'Forge', 'a forged one comes first'],
];

const KINDS = ['message-status', 'inbound-message', 'call-status', 'call-instructions', 'amd-status', 'recording-status', 'transcription',
  'conference-status', 'caller-id-status', 'event'];

const OUTCOMES = {
  message: [['delivered', 'read', 'sent', 'undelivered:30003', 'failed:30007', 'failed:30003,delivered'],
    'The first outcome is for the first message, and so on; the last one stays. failed:30003x2 counts twice.'],
  call: [['answered', 'attended', 'busy', 'no-answer', 'failed', 'answered:1,42#', 'busy,answered'],
    'attended: you answer on the Phone tab. answered:1,42# presses keys, answered:Where is my parcel? speaks.'],
};

function makeFaults() {
  byId('faults').append(...FAULTS.map(([name, title, hint]) => {
    const percent = make('input', {type: 'number', min: 1, max: 100, value: 100, id: 'fault-' + name + '-percent'});
    percent.setAttribute('aria-label', title + ', percent of the callbacks');
    const box = make('input', {type: 'checkbox', id: 'fault-' + name});
    box.setAttribute('role', 'switch');
    const row = make('div', {className: 'fault'}, make('label', {className: 'switch'}, box, make('span', {}, title, make('small', {}, hint))));
    let by = null;
    if (name === 'delay') {
      by = make('input', {type: 'number', min: 1, max: 300000, value: 2000, id: 'fault-delay-by'});
      by.setAttribute('aria-label', 'Delay by, in milliseconds');
      row.append(make('label', {}, by, 'ms'));
    }
    row.append(make('label', {}, percent, '%'));
    const set = () => send('faults', {[name]: box.checked ? percent.value / 100 : 0, ...(by && {delayBy: by.value})});
    box.addEventListener('change', set);
    [percent, by].filter(Boolean).forEach(input => input.addEventListener('change', () => box.checked && set()));
    return row;
  }));
}

function showFaults(faults) {
  FAULTS.forEach(([name]) => {
    const percent = byId('fault-' + name + '-percent');
    const on = faults[name] > 0;
    byId('fault-' + name).checked = on;
    if (on && document.activeElement !== percent) {
      percent.value = Math.round(faults[name] * 1000) / 10;
    }
  });
  if (faults.delay > 0 && document.activeElement !== byId('fault-delay-by')) {
    byId('fault-delay-by').value = faults.delayBy;
  }
}

function showApiFaults(faults) {
  const chips = faults.planned.map(text => badge(text, 'warn', 'Planned for a create'));
  if (faults.delay > 0) {
    chips.push(badge('each answer waits ' + faults.delay + ' ms', 'warn'));
  }
  byId('planned').replaceChildren(...chips);
}

function party(text) {
  return text === '*' ? 'any number' : text;
}

function ruleRow(rule) {
  return [make('div', {}, make('strong', {}, rule.outcomes),
    make('small', {}, (rule.kind === 'call' ? 'calls ' : 'messages ') + party(rule.from) + ' → ' + party(rule.to)
      + (rule.used ? ', used ' + rule.used + (rule.used === 1 ? ' time' : ' times') + ', next ' + rule.next : ''))),
  button('Remove', () => send('outcomes/remove', {kind: rule.kind, from: rule.from, to: rule.to}), 'small')];
}

function showOutcomes(settings) {
  const rules = [...settings.outcomes.messages.map(rule => ({...rule, kind: 'message'})),
    ...settings.outcomes.calls.map(rule => ({...rule, kind: 'call'}))];
  showList(byId('rules'), rules, rule => rule.kind + rule.from + '/' + rule.to, ruleRow);
  showList(byId('opt-outs'), settings.optOuts, one => one.recipient + one.sender, one => [
    make('div', {}, one.recipient, make('small', {}, 'from ' + one.sender)),
    button('Subscribe again', () => send('opt-outs', {...one, optedOut: false}), 'small')]);
  byId('clock-stopped').checked = settings.clock.stopped;
}

function chooseKind() {
  const [choices, hint] = OUTCOMES[byId('outcome').elements.kind.value];
  byId('outcome-choices').replaceChildren(...choices.map(value => make('option', {value})));
  byId('outcome-hint').textContent = hint;
}

/** Shows all settings. */
export function showSettings(settings) {
  showFaults(settings.faults);
  showApiFaults(settings.apiFaults);
  showOutcomes(settings);
  showAccount(settings);
}

makeFaults();
chooseKind();
byId('outcome').elements.kind.addEventListener('change', chooseKind);
byId('trigger').elements.kind.append(...KINDS.map(kind => make('option', {value: kind, textContent: kind.replaceAll('-', ' ')})));
onSubmit('outcome', 'outcomes');
onSubmit('api-fault', 'api-faults');
onSubmit('api-delay', 'api-faults');
onSubmit('event', 'events');
onSubmit('forge', 'forge');
onSubmit('clock-advance', 'clock', fields => ({do: 'advance', seconds: fields.seconds}));
onSubmit('trigger', 'trigger', ({lines, ...fields}) => ({...fields, fields: encodeLines(lines)}));
byId('clock-stopped').addEventListener('change', event => send('clock', {do: event.target.checked ? 'stop' : 'run'}));
byId('clock-step').addEventListener('click', () => send('clock', {do: 'step'}));
byId('no-faults').addEventListener('click', () => send('no-faults'));
byId('forget').addEventListener('click', () => send('forget'));
byId('release').addEventListener('click', () => send('release'));

// The journal in words: one sentence for every event.
import type { Reason, Why } from '../../../hall/event-parts.ts'
import type { EventOf, SteerEventType } from '../../../hall/event.ts'
import { lookUp } from '../../../hall/look-up.ts'
import type { SlipFault } from '../../../hall/visit.ts'
import type { JournalTexts, Names } from './texts.ts'

/** What supervisors and the reception did. */
const steer: Pick<JournalTexts['events'], SteerEventType> = {
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} raises a silent alarm.` : `${counter(at)} calls for help.`,
  'help-answered': ({ counter: at }, { counter }) => `The call for help from ${counter(at)} is answered.`,
  'message-sent': ({ counter: at }, { counter }) => `A message is sent to ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} has read a message.`,
  'phase-changed': ({ service: id, status, until, reason, expected }, names) => {
    const service = names.service(id)
    const why = reason === null ? '' : `: ${names.reason(reason) ?? 'a reason in their own words'}`
    const says = {
      open: 'is open',
      trial: 'is on trial',
      soon: `comes soon${expected === null ? '' : `, on ${expected}`}`,
      paused: `is paused${until === null ? '' : ` until ${names.moment(until)}`}${why}`,
      elsewhere: 'is served elsewhere',
    }
    return `${service} ${says[status]}.`
  },
  'quota-set': ({ service: id, quota }, { service, figure }) =>
    quota === null
      ? `${service(id)} has no limit on numbers today.`
      : `${service(id)} gives ${figure(quota)} numbers today.`,
  'desk-set': ({ counter: at, services }, { counter, service }) =>
    `${counter(at)} serves today: ${services.map(service).join(', ')}.`,
  'step-added': ({ visit, service: id, before }, { number, service }) =>
    before
      ? `${number(visit)} waits for ${service(id)} too, before all else that it waits for.`
      : `${number(visit)} waits for ${service(id)} too.`,
  'step-released': ({ visit, step }, names) => `${names.number(visit)} waits for ${names.step(step)} again.`,
  'priority-set': ({ visit, priority }, { number }) =>
    priority ? `${number(visit)} has priority now.` : `${number(visit)} no longer has priority.`,
  'step-cancelled': ({ visit, step, because }, names) => {
    const why = { asked: '', closed: ', as the service has closed', moved: ', as it waits for the other one' }
    return `${names.number(visit)} no longer waits for ${names.step(step)}${why[because]}.`
  },
  'step-reopened': ({ visit, step }, names) =>
    `${names.number(visit)} is reopened and waits for ${names.step(step)} again.`,
  'staff-assigned': ({ counter: at, from, staff, open }, { counter, person }) => {
    const instead = from === null ? '' : ` instead of ${person(from)}`
    return `${person(staff)} is placed at ${counter(at)}${instead}${open ? '' : ', which is paused until then'}.`
  },
  'step-moved': ({ visit, from, service: to }, { number, service }) =>
    `${number(visit)} waits for ${service(to)} instead of ${service(from)}.`,
}

export const en: JournalTexts = {
  locale: 'en',
  events: {
    'day-opened': ({ day, plan, carried }, { number, counter }) =>
      `The day ${day} opens: ${plan.services.length} services, ${plan.counters.length} counters.` +
      carried
        .map((one) => ` ${number(one.visit)} is still being served at ${counter(one.counter)}.`)
        .join(''),
    'day-closed': ({ day }) => `The day ${day} closes; numbers that still wait expire.`,
    'day-reopened': ({ day }) =>
      `The day ${day} is opened again and goes on as it was: closing it was a mistake.`,
    'plan-revised': () => 'The hall’s settings are changed.',
    'clock-confirmed': () => "The computer's time is confirmed.",
    'numbers-raised': ({ numbers }, { figure }) =>
      `Events are missing from the journal; numbers go on behind ${raised(numbers, figure)}.`,
    'back-up-chosen': ({ from, to, missing }, names) =>
      'A manager confirms that the hall goes on with this journal' +
      (missing === null ? '' : `, without ${names.figure(missing)} events`) +
      (from === null ? '' : ` since ${names.moment(from)}`) +
      `${to === null ? '' : ` until ${names.moment(to)}`}.`,
    'visit-taken': ({ number, steps, priority, comeToMe }, { service, requirement }) => {
      const services = steps.map((step) => service(step.service)).join(', ')
      const missing = steps.flatMap((step) => step.missing).map(requirement)
      return (
        `${number} is taken for ${services}${priority ? '; priority' : ''}` +
        `${comeToMe ? '; asks staff to come' : ''}${missing.length > 0 ? `; lacks ${missing.join(', ')}` : ''}.`
      )
    },
    'visit-cancelled': ({ visit }, { number }) => `${number(visit)} is cancelled.`,
    'visit-delayed': ({ visit }, { number }) =>
      `The visitor of ${number(visit)} is late; the number can be called again later.`,
    'place-chosen': ({ visit, place }, names) =>
      place === null
        ? `The visitor of ${names.number(visit)} waits in the waiting area.`
        : `The visitor of ${names.number(visit)} waits elsewhere: ${names.place(place)}.`,
    'slip-asked': ({ visit }, { number }) => `The slip of ${number(visit)} is asked for again.`,
    'slip-printed': ({ visit }, { number }) => `The slip of ${number(visit)} is printed.`,
    'slip-failed': ({ visit, why }, { number }) =>
      `The slip of ${number(visit)} is not printed (${lookUp(SLIP, why) ?? why}).`,
    'number-noted': ({ visit }, { number }) => `The visitor has noted ${number(visit)}.`,
    'counter-opened': ({ counter: at }, { counter }) => `${counter(at)} opens.`,
    'counter-paused': ({ counter: at, reason }, names) =>
      `${names.counter(at)} pauses${because(reason, names)}.`,
    'counter-closed': ({ counter: at }, { counter }) => `${counter(at)} closes.`,
    'handed-over': ({ counter: at, from, staff }, { counter, person }) =>
      `${counter(at)} passes from ${person(from)} to ${person(staff)}.`,
    called: ({ counter: at, visit, step, why, reason }, names) =>
      `${names.counter(at)} calls ${names.number(visit)}${forService(step, names)}; ` +
      `${reasonOfCall(why, names)}${because(reason ?? null, names)}.`,
    seated: ({ counter: at, visit, step }, names) =>
      `${names.counter(at)} serves ${names.number(visit)}${forService(step, names)}, who came without a number.`,
    recalled: ({ counter: at, visit }, { counter, number }) => `${counter(at)} calls ${number(visit)} again.`,
    started: ({ counter: at, visit, step }, names) =>
      `${names.counter(at)} starts serving ${names.number(visit)}${forService(step, names)}.`,
    finished: ({ counter: at, visit, step, outcome, missing, ...more }, names) =>
      outcome === 'served'
        ? `${names.counter(at)} has served ${names.number(visit)}${forService(step, names)}${endedWith(more, names)}.`
        : `${names.counter(at)} could not complete ${names.number(visit)}${forService(step, names)}` +
          `${missing.length > 0 ? `; lacking: ${missing.map(names.requirement).join(', ')}` : ''}${endedWith(more, names)}.`,
    missed: ({ counter: at, visit }, { counter, number }) =>
      `${number(visit)} did not come to ${counter(at)}.`,
    unanswered: ({ counter: at, visit, again }, { counter, number, time }) =>
      `${number(visit)} did not come to ${counter(at)}; it can be called once more from ${time(again)} on.`,
    'put-back': ({ counter: at, visit }, { counter, number }) =>
      `${counter(at)} puts ${number(visit)} back into the queue.`,
    held: ({ counter: at, visit, reason, until }, names) =>
      `${names.counter(at)} holds ${names.number(visit)}${because(reason, names)}` +
      `${until === null ? '' : `, until ${names.time(until)}`}.`,
    released: ({ counter: at, visit }, { counter, number }) =>
      at === null
        ? `The hold of ${number(visit)} is over; it waits again.`
        : `${counter(at)} lets ${number(visit)} wait again after a hold or a miss.`,
    referred: ({ counter: at, visit, service, comeBack, note, also = [] }, names) =>
      `${names.counter(at)} refers ${names.number(visit)} to ${[service, ...also].map(names.service).join(', ')}` +
      `${comeBack ? ', then back' : ''}${note === null ? '' : '; with a note'}.`,
    undone: ({ counter: at }, { counter }) => `${counter(at)} takes its last action back.`,
    'announcement-started': ({ text }) => `Announced: “${text}”`,
    'announcement-passed': ({ announcement }, { announced }) =>
      `Another display says the announcement of ${announced(announcement)} from its beginning.`,
    'announcement-skipped': ({ announcement }, { announced }) =>
      `The announcement of ${announced(announcement)} is not said: its call is over.`,
    'sound-checked': ({ zone: at }, { zone }) => `The sound of ${zone(at)} is tried.`,
    'announcement-heard': ({ announcement }, { announced }) =>
      `The announcement of ${announced(announcement)} was heard.`,
    'announcement-unheard': ({ announcement, again }, { announced }) =>
      `The announcement of ${announced(announcement)} was not heard${again ? '; it will be said again' : ''}.`,
    'paper-printed': ({ prefix, from, to }) =>
      from === to
        ? `Sheet ${from} of emergency numbers (${prefix}) is printed.`
        : `Sheets ${from} to ${to} of emergency numbers (${prefix}) are printed.`,
    'paper-entered': ({ of, number, entry }, { service, counter }) =>
      `Entered from paper: ${number} of ${of}, ${service(entry.service)}` +
      `${entry.counter === null ? '' : `, ${counter(entry.counter)}`}; ${OUTCOME[entry.outcome]}.`,
    'paper-taken-back': ({ of, number, reason, entry }, { service }) =>
      `What was entered from paper for ${number} of ${of} (${service(entry.service)}) does not count any more: ${TAKEN_BACK[reason]}.`,
    ...steer,
  },
  tookBack: (said, action) => `${said} The action was: “${action}”`,
  actors: {
    staff: (who) => `staff ${who}`,
    device: (which) => `device ${which}`,
    visitor: () => 'the visitor',
    system: (part) => part,
  },
  parts: {
    clock: 'clock',
    slip: 'slip printer',
    voice: 'voice',
    start: 'server start',
    training: 'training',
  },
}

const OUTCOME = { served: 'served', incomplete: 'something was missing', 'not-served': 'not served' } as const

const TAKEN_BACK = {
  mistyped: 'typed wrongly',
  'other-number': 'it was another number',
  'other-day': 'it was another day',
  other: 'another reason',
} as const

/** What was noted at the end, besides the outcome. */
function endedWith(
  { reason, words, told, comeBack }: Pick<EventOf<'finished'>, 'reason' | 'words' | 'told' | 'comeBack'>,
  names: Names,
): string {
  const said = [
    reason === undefined ? [] : [names.reason({ code: reason }) ?? reason],
    words === undefined ? [] : ['what is missing in own words'],
    told === undefined ? [] : ['the visitor was told something'],
    comeBack === true ? ['the visitor returns today'] : [],
  ].flat()
  return said.map((one) => `; ${one}`).join('')
}

function because(reason: Reason | null, names: Names): string {
  return reason === null ? '' : `: ${names.reason(reason) ?? 'a reason in their own words'}`
}

function forService(step: string, names: Names): string {
  const service = names.step(step)
  return service === '' ? '' : ` for ${service}`
}

function reasonOfCall({ rule, credit, over, passed }: Why, { figure }: Names): string {
  const other = over === null ? '' : `, before ${over.number} with ${figure(over.credit)}`
  const rules = {
    credit: 'highest credit',
    chosen: 'chosen, credit',
    'come-back': 'come back to this counter, credit',
  }
  return `${rules[rule]} ${figure(credit)}${other}${whoPassed(passed)}`
}

const BECAUSE = {
  slip: 'slip not taken',
  elsewhere: 'at another counter',
  reserved: 'kept for another counter',
  walking: 'walking',
  later: 'late',
  blocked: 'waits for another step',
} as const

/** Who was ahead of the called number and could not come, and why. */
function whoPassed(passed: Why['passed'] = []): string {
  const list = passed.map(({ number, because: why }) => `${number} (${BECAUSE[why]})`)
  return list.length === 0 ? '' : `; passed ${list.join(', ')}`
}

/** Why a slip did not come out; an unknown reason is shown as its code. */
const SLIP = {
  'paper-out': 'out of paper',
  'cover-open': 'the printer’s cover is open',
  offline: 'the printer is not ready',
  unreachable: 'the printer is not connected',
  error: 'the printer has a fault',
  timeout: 'the printer does not answer',
  restart: 'the server restarted while printing',
  'no-such-printer': 'there is no such printer',
} satisfies Record<SlipFault, string>

function raised(numbers: Readonly<Record<string, number>>, figure: Names['figure']): string {
  return Object.entries(numbers)
    .map(([prefix, running]) => `${prefix} ${figure(running)}`)
    .join(', ')
}

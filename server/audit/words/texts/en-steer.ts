// What supervisors and the reception did, in words: a sentence for every event.
import type { SteerEventType } from '../../../hall/event.ts'
import type { JournalTexts } from './texts.ts'

export const steer: Pick<JournalTexts['events'], SteerEventType> = {
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} raises a silent alarm.` : `${counter(at)} calls for help.`,
  'help-answered': ({ counter: at }, { counter }) => `The call for help from ${counter(at)} is answered.`,
  'message-sent': ({ counter: at }, { counter }) => `A message is sent to ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} has read a message.`,
  'phase-changed': ({ service: id, status, until, reason, expected }, names) => {
    const service = names.service(id)
    const why = reason === null ? '' : `: ${names.reason(reason) ?? 'a reason in own words'}`
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
      ? `${service(id)} has no limit of numbers today.`
      : `${service(id)} has ${figure(quota)} numbers today.`,
  'desk-set': ({ counter: at, services }, { counter, service }) =>
    `${counter(at)} serves today: ${services.map(service).join(', ')}.`,
  'step-added': ({ visit, service: id, before }, { number, service }) =>
    before
      ? `${number(visit)} waits for ${service(id)} too, before all else that it waits for.`
      : `${number(visit)} waits for ${service(id)} too.`,
  'step-released': ({ visit, step }, names) => `${names.number(visit)} waits for ${names.step(step)} again.`,
  'priority-set': ({ visit, priority }, { number }) =>
    priority ? `${number(visit)} has priority now.` : `${number(visit)} has no priority any more.`,
  'step-cancelled': ({ visit, step, because }, names) => {
    const why = { asked: '', closed: ', as the service has closed', moved: ', as it waits for the other one' }
    return `${names.number(visit)} does not wait for ${names.step(step)} any more${why[because]}.`
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

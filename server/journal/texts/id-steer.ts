// What supervisors and the reception did, in words: a sentence for every event.
import type { SteerEventType } from '../../hall/event-steer.ts'
import type { JournalTexts } from './texts.ts'

export const steer: Pick<JournalTexts['events'], SteerEventType> = {
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} mengaktifkan alarm senyap.` : `${counter(at)} meminta bantuan.`,
  'help-answered': ({ counter: at }, { counter }) => `Permintaan bantuan ${counter(at)} dijawab.`,
  'message-sent': ({ counter: at }, { counter }) => `Pesan dikirim ke ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} membaca pesan.`,
}

// The sound of the zones on the manager's page, in English.
import type { Translation } from '../../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Sound of the zones',
  lead: 'A sound check is announced by the display that really speaks in that zone. Listen there; this page counts whether the display played it to the end.',
  play: 'Play a sound check',
  playIn: 'Play a sound check in {zone}',
  waiting: 'Waiting its turn; announcements before it: {count}.',
  playing: 'Being played by {display}.',
  nobody: 'No display can speak for this zone. Switch one on, or enrol one.',
  heard: 'Heard: {display} played it to the end.',
  unheard:
    'Not heard: {display} did not play it. See whether it is on, then touch it once to switch on the sound.',
  display: 'the display in {zone}',
}

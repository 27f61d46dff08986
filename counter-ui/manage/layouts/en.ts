// What a new display can show, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  shows: 'What it shows',
  board: 'Its zone’s board (or the whole hall’s)',
  hall: 'The whole hall, with the way from its zone',
  corridor: "A corridor's list: all numbers and the way there",
  agency: 'One agency',
  counter: 'The small sign over one counter',
}

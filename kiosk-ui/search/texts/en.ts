// What the search says, in English, and all else that leads to a service.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  search: 'Search',
  searchHint: 'For example: lost ID card. Any spelling will do.',
  fieldHint: 'Type here',
  space: 'Space',
  delete: 'Delete',
  clear: 'Clear all',
  found: 'Services that fit: {count}',
  nothing: 'Sorry, nothing was found for “{text}”',
  nothingHint: 'Try a shorter word, or look by agency. The reception will gladly help you too.',
  notHere: 'Not available here yet',
  whereTo: 'Where to go: {where}',
  notHereHint: 'This service is not in this hall yet. You can get it at the place named below.',
  oftenWanted: 'Often wanted',
  meanwhile: 'Until then: {where}',
  touch: 'Touch to begin',
}

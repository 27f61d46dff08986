// What the manager's page says of the slip, in English.
import type { Translation } from '../../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'What slips say',
  lead: 'Lines of your own above and below every slip, and the logo of the hall.',
  header: 'Lines above ({language})',
  footer: 'Lines below ({language})',
  headerHint: 'One line of text each, at most 4.',
  footerHint: 'One line of text each, at most 6.',
  logo: 'Logo (PNG, black and white)',
  logoHint: 'A PNG file of at most 29 kB.',
  logoSet: 'There is a logo.',
  logoNew: 'New logo chosen: {name}.',
  logoRemove: 'Remove the logo',
  logoNotPng: 'This file is no PNG image. Save the picture as PNG and choose it again.',
  logoTooLarge: 'This picture is too large ({kb} kB). Make it smaller, at most 29 kB.',
  long: 'List all papers on the slip',
  longHelp:
    'The slip gets longer and takes longer to print. Unticked, only what is missing is listed; the phone page has them all.',
  save: 'Save what slips say',
  saved: 'Saved.',
  preview: 'A sample slip, as it is saved',
  previewPaper: 'Paper width of the sample',
  previewMm: '{mm} mm',
}

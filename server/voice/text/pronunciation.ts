// How the usual short names of Indonesian offices are said: spelled where people spell them, read where people read
// them. A hall may pass its own list instead. Capital letters on their own are said by their names in each language.
import type { Say } from './announcement.ts'

const spelled = (word: string, letters: string): Say => ({ word, as: { id: letters, en: letters } })

/** Exceptions that hold in every hall; a plan's own list takes their place. */
export const usualSay: readonly Say[] = [
  spelled('BNN', 'B N N'),
  spelled('BPJS', 'B P J S'),
  spelled('BPN', 'B P N'),
  spelled('DPMPTSP', 'D P M P T S P'),
  spelled('KTP', 'K T P'),
  spelled('KTP-el', 'K T P el'),
  spelled('KUA', 'K U A'),
  spelled('NIB', 'N I B'),
  spelled('NIK', 'N I K'),
  spelled('NPWP', 'N P W P'),
  spelled('PBB', 'P B B'),
  spelled('PDAM', 'P D A M'),
  spelled('PLN', 'P L N'),
  spelled('SIM', 'sim'),
  spelled('SKCK', 'S K C K'),
  spelled('STNK', 'S T N K'),
  spelled('UMKM', 'U M K M'),
]

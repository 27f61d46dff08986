// What every screen says about itself, boards too: `standingText('connecting')`. Apart from the words of buttons, which a
// board has no use for and does not carry.
import { makeTexts } from '../i18n.ts'
import { en } from './standing.en.ts'
import { id } from './standing.id.ts'

export const standingText = makeTexts({ id, en })

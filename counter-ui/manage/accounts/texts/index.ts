// The texts on accounts as a function: `a('make')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const a = makeTexts({ id, en })

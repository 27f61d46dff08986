// The texts about the voice as a function: `v('title')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const v = makeTexts({ id, en })

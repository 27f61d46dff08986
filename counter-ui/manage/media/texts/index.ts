// The texts about media as a function: `md('title')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const md = makeTexts({ id, en })

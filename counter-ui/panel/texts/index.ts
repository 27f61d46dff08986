// The texts of the counter’s panel, as a function: `panelText('signInTitle')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const panelText = makeTexts({ id, en })

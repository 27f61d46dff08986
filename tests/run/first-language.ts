// Before each file that shares its modules with others: texts are Indonesian, whatever the one before left behind.
import { beforeAll } from 'vitest'
import { FIRST_LANGUAGE, language } from '../../screens/i18n.ts'

beforeAll(() => {
  language.value = FIRST_LANGUAGE
})

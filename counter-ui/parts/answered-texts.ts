// Shown in place of an answer: `answeredText('again')`.
import { type Translation, makeTexts } from '../../screens/i18n.ts'

export const id = {
  loading: 'Sedang dimuat…',
  again: 'Coba lagi',
  stillOld: 'Yang di bawah ini jawaban sebelumnya.',
} as const

export const en: Translation<typeof id> = {
  loading: 'Loading…',
  again: 'Try again',
  stillOld: 'What is below is the answer to the question before.',
}

export const answeredText = makeTexts({ id, en })

// Who would be left waiting for what nobody would serve any more, in words: of a changed plan, or of a counter that is
// to serve something else. One file for both languages: two sentences.

interface Stranded {
  readonly service: string
  readonly count: number
}

const texts = {
  id: (who: string) =>
    `Belum disimpan karena masih ada yang menunggu: ${who}. Biarkan loket lain melayani mereka, pindahkan ke layanan lain, atau akhiri antreannya dahulu.`,
  en: (who: string) =>
    `Not saved, as people still wait: ${who}. Let another counter serve them, move them to another service, or end their waiting first.`,
}

/** `people`: how many wait for each service, by its name. */
export function strandedText(people: readonly Stranded[], language: 'id' | 'en'): string {
  const list = people.map(({ service, count }) => `${service} (${count})`)
  return texts[language](new Intl.ListFormat(language, { type: 'conjunction' }).format(list))
}

// Whom a change would strand, in words: people waiting for something that nobody would serve any more (after a changed
// plan, or at a counter that should serve something else), and accounts that would close with their agency. Few
// sentences, so both languages are in one file.

interface Stranded {
  readonly service: string
  readonly count: number
}

const texts = {
  id: (who: string) =>
    `Belum disimpan karena masih ada yang menunggu: ${who}. Biarkan loket lain melayani mereka, pindahkan ke layanan lain, atau akhiri antreannya dahulu.`,
  en: (who: string) =>
    `Not saved, as people are still waiting: ${who}. Let another counter serve them, move them to another service, or end their waiting first.`,
}

/** `people`: how many wait for each service, by its name. */
export function strandedText(people: readonly Stranded[], language: 'id' | 'en'): string {
  const list = people.map(({ service, count }) => `${service} (${count})`)
  return texts[language](new Intl.ListFormat(language, { type: 'conjunction' }).format(list))
}

const closing = {
  id: {
    alone: 'Belum disimpan. ',
    words: (count: number, agencies: string) =>
      `Bersama instansi yang dihapus, ${count} akun petugas akan ditutup: ${agencies}. Setujui dahulu penutupannya.`,
  },
  en: {
    alone: 'Not saved. ',
    words: (count: number, agencies: string) =>
      `Removing agencies would close ${count} staff ${count === 1 ? 'account' : 'accounts'}: ${agencies}. Agree to that first.`,
  },
}

/** `agencies`: how many accounts of each would be closed, by its name. `after`: the sentence before it, if any. */
export function closingText(
  agencies: ReadonlyMap<string, number>,
  language: 'id' | 'en',
  after: string | undefined,
): string {
  const list = [...agencies].map(([agency, count]) => `${agency} (${count})`)
  const count = [...agencies.values()].reduce((sum, one) => sum + one, 0)
  const { alone, words } = closing[language]
  const said = words(count, new Intl.ListFormat(language, { type: 'conjunction' }).format(list))
  return after === undefined ? alone + said : `${after} ${said}`
}

// What is wrong with a value that was sent, in Indonesian and English. Mostly read by people who write programs.

/** `at` names the value as the sender wrote it, `services/0`. */
interface FaultTexts {
  readonly whole: string
  readonly unknownProperty: (at: string) => string
  readonly missing: (at: string) => string
  readonly wrongType: (at: string, types: string) => string
  readonly notOneOf: (at: string, allowed: string) => string
  readonly tooShort: (at: string, limit: string) => string
  readonly tooLong: (at: string, limit: string) => string
  readonly tooFew: (at: string, limit: string) => string
  readonly tooMany: (at: string, limit: string) => string
  readonly twice: (at: string) => string
  readonly tooSmall: (at: string, limit: string) => string
  readonly tooLarge: (at: string, limit: string) => string
  readonly wrongForm: (at: string) => string
  readonly unseen: (at: string) => string
}

const id: FaultTexts = {
  whole: 'Isi permintaan',
  unknownProperty: (at) => `${at} tidak dikenal.`,
  missing: (at) => `${at} belum diisi.`,
  wrongType: (at, types) => `${at} harus berjenis ${types}.`,
  notOneOf: (at, allowed) => `${at} harus salah satu dari: ${allowed}.`,
  tooShort: (at, limit) => `${at} terlalu pendek, minimal ${limit} karakter.`,
  tooLong: (at, limit) => `${at} terlalu panjang, maksimal ${limit} karakter.`,
  tooFew: (at, limit) => `${at} terlalu sedikit, minimal ${limit}.`,
  tooMany: (at, limit) => `${at} terlalu banyak, maksimal ${limit}.`,
  twice: (at) => `${at} memuat hal yang sama dua kali.`,
  tooSmall: (at, limit) => `${at} terlalu kecil, minimal ${limit}.`,
  tooLarge: (at, limit) => `${at} terlalu besar, maksimal ${limit}.`,
  wrongForm: (at) => `${at} tidak sesuai bentuknya.`,
  unseen: (at) => `${at} memuat karakter kendali yang tidak terlihat. Ketik ulang tanpa karakter itu.`,
}

const en: FaultTexts = {
  whole: 'The body',
  unknownProperty: (at) => `${at} is not known.`,
  missing: (at) => `${at} is missing.`,
  wrongType: (at, types) => `${at} must be of type ${types}.`,
  notOneOf: (at, allowed) => `${at} must be one of: ${allowed}.`,
  tooShort: (at, limit) => `${at} is too short, at least ${limit} characters.`,
  tooLong: (at, limit) => `${at} is too long, at most ${limit} characters.`,
  tooFew: (at, limit) => `${at} has too few entries, at least ${limit}.`,
  tooMany: (at, limit) => `${at} has too many entries, at most ${limit}.`,
  twice: (at) => `${at} has the same entry twice.`,
  tooSmall: (at, limit) => `${at} is too small, at least ${limit}.`,
  tooLarge: (at, limit) => `${at} is too large, at most ${limit}.`,
  wrongForm: (at) => `${at} has the wrong form.`,
  unseen: (at) => `${at} contains an invisible control character. Type it again without it.`,
}

export const faults = { id, en }

// Why a password is refused.
import type { Weakness } from '../access/weak.ts'

export const en: Readonly<Record<Weakness, string>> = {
  'too-short': 'The password is too short. Use at least 10 characters; several words with blanks are fine.',
  'too-long': 'The password is too long. Use at most 200 characters.',
  common: 'This password is one of those that most people use, so it is easy to guess. Choose another one.',
  'known-here':
    'This password is easy to guess: it is little more than the user name, your name, or the name of the agency or the hall. Choose another one.',
  'too-plain':
    'This password only repeats characters or puts them in order, so it is easy to guess. Choose another one.',
  'the-old-one': 'This is the old password. Choose another one.',
}

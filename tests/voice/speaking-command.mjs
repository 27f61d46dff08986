// A command that speaks, for tests: its first word says what it does; its input goes into the file named second.
import { appendFileSync, readFileSync } from 'node:fs'

const [mode, log] = process.argv.slice(2)
const text = mode === 'deaf' ? '' : readFileSync(0, 'utf8')
if (log) appendFileSync(log, `${JSON.stringify({ text, argv: process.argv.slice(4), pid: process.pid })}\n`)

/** One second of a tone at 16 kHz, of undeclared length. */
function wav(level = 0.05) {
  const samples = Buffer.alloc(32_000)
  for (let n = 0; n < 16_000; n++) samples.writeInt16LE(Math.round(32_767 * level * Math.sin(n / 8)), 2 * n)
  const head = Buffer.alloc(44)
  head.write('RIFF\xff\xff\xff\xffWAVEfmt ', 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(16_000, 24)
  head.writeUInt32LE(32_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data\xff\xff\xff\xff', 36, 'latin1')
  return Buffer.concat([head, samples])
}

if (mode === 'speaks' || mode === 'deaf') process.stdout.write(wav())
else if (mode === 'silent') process.stdout.write(wav(0))
else if (mode === 'garbage') process.stdout.write(Buffer.from('no sound at all '.repeat(1000)))
else if (mode === 'large') {
  process.stdout.on('error', () => process.exit(3))
  for (let n = 0; n < 50; n++) process.stdout.write(Buffer.alloc(1_000_000, 7))
} else if (mode === 'crashes') {
  process.stderr.write(`out of words: ${text}`)
  process.exitCode = 7
} else if (mode === 'hangs') setInterval(() => {}, 1000)

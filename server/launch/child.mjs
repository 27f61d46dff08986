// Runs another program to its end: npm, or a build whose memory should not stay with the server.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program and waits. What it prints is kept, or goes straight to the terminal where `show` is true.
 * SIGINT and SIGTERM are passed on to it, and end this process too.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, show?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>} its exit code (127: there is no such program) and
 *   standard output and error together
 */
export function run(program, args, { cwd, show = false, env = process.env }) {
  return new Promise((resolve) => {
    let output = ''
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      child.kill(signal)
      child.once('close', () => process.exit(128 + constants.signals[signal]))
    }
    const printed = show ? 'inherit' : 'pipe'
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', printed, printed] })
    /** @param {string} text */
    const keep = (text) => {
      output += text
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    /** @param {number} code */
    const end = (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      resolve({ code, output })
    }
    child.once('error', (error) => {
      output += error.message
      end(127)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}

// Loaded into a server before it starts (`node --import`): each signal makes something fail that never should.

/** An uncaught throw: in a timer, and as a promise. */
process.on('SIGWINCH', () => {
  setTimeout(() => {
    throw new Error('a timer went wrong')
  })
  void Promise.reject(new Error('a promise went wrong'))
})

/** The next turn of the loop fails in its middle, once it has begun. */
let fails = false
process.on('SIGPROF', () => {
  fails = true
})
const real = Date.now
Date.now = () => {
  if (fails && /new Draft/.test(new Error('here').stack ?? '')) {
    fails = false
    throw new Error('the turn went wrong')
  }
  return real()
}

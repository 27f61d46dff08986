// The version of what server and pages say to each other over the live connection. Raise it when an old page
// could no longer understand the views; pages built for another version then reload themselves (close code 4001).
// `screens/protocol.ts` repeats it for the pages and a test holds the two equal.
export const PROTOCOL = 1

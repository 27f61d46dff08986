// The preview of the draft: this screen's own code, with a stand-in for the server.
import { standIn } from '../../screens/preview.ts'

if (await standIn('display')) await import('../main.tsx')

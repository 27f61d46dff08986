// The pages under `/layanan/` come drawn by the server and need no script; this one only offers to print.
import '../tokens.css'
import '../components/components.css'
import '../ground.css'
import './layanan.css'
import './sheet.css'
import { offerPrint } from './print.ts'

offerPrint()

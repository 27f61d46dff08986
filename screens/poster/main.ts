// The poster comes drawn by the server and needs no script; this one only offers to print.
import '../tokens.css'
import '../components/components.css'
import '../ground.css'
import './poster.css'
import { offerPrint } from '../layanan/print.ts'

offerPrint()

// What juice makes of our page before it is inlined.
import juice from 'juice'
import fs from 'node:fs'

const { page } = JSON.parse(fs.readFileSync(0, 'utf8'))
process.stdout.write(juice(page))

// What the npm package says of a list of letters: program -> feature -> 'error' or 'warning'.
import fs from 'node:fs'
import { caniemail, rawData } from 'caniemail'

const stats = rawData.data.flatMap(({ title, stats }) =>
  Object.entries(stats).flatMap(([family, places]) =>
    Object.entries(places).map(([place, versions]) => ({
      client: `${family}.${place}`,
      title: title.trim(),
      versions: Object.keys(versions),
    })),
  ),
)
const clients = [...new Set(stats.map(({ client }) => client))]
const judged = (html) => {
  const told = {}
  for (const client of clients) {
    try {
      const { issues } = caniemail({ clients: [client], html })
      told[client] = {}
      for (const [level, found] of [['warning', issues.warnings], ['error', issues.errors]])
        for (const { title } of found.get(client) ?? []) told[client][title.trim()] = level
    } catch (error) {
      // It cannot judge a program that nobody has asked about one of the features.
      if (!(error instanceof RangeError)) throw error
    }
  }
  return told
}
// It sorts versions as words, so that '9.0' is newer than '10.0', and '2019' than '16.80'.
const misread = stats
  .filter(({ versions }) => [...versions].sort().at(-1) !== versions.at(-1))
  .map(({ client, title }) => [client, title])
const letters = JSON.parse(fs.readFileSync(0, 'utf8')).map(judged)
process.stdout.write(JSON.stringify({ letters, misread }))

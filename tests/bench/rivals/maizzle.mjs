// The same letter in Maizzle, with its components and utility classes.
import fs from 'node:fs'
import { render } from '@maizzle/framework'

const { title, preheader, body, items, agenda } = JSON.parse(fs.readFileSync(0, 'utf8'))
const story = (item) => `<Section class="px-9 py-5">
${item.image ? `<img src="${item.image}" alt="${item.alt}" width="528" class="w-full">` : ''}
<h3 class="m-0 text-xl font-bold">${item.title}</h3><p class="text-sm text-gray-600">${item.when}</p>
<div class="text-base">${item.body}</div>
${item.links.map((link) => `<p><a href="${link.url}" class="font-bold text-blue-900">${link.text}</a></p>`).join('')}
</Section>`
const date = (event) => `<tr><th class="py-3 text-left align-top">${event.when}</th><td class="py-3">${event.title}<br>
<span class="text-sm text-gray-600">${event.place}${event.links
  .map((link) => ` <a href="${link.url}" class="text-blue-900">${link.text}</a>`)
  .join('')}</span></td></tr>`
const source = `<template><Layout><Preheader>${preheader}</Preheader><Container class="max-w-[600px] bg-white">
<Section class="p-9"><h1 class="m-0 text-2xl font-bold">${title}</h1>${body}</Section>
${items.map(story).join('\n')}
<Section class="p-9"><table>${agenda.map(date).join('\n')}</table></Section></Container></Layout></template>`
const { html } = await render(source, { css: { inline: true, purge: true } })
process.stdout.write(html)
process.exit(0)

"""One folder of Markdown in, everything a communications team publishes out.

The package reads in the order the copy flows:

    sources/ -> corpus -> editions -> typesetting -> renderers -> outputs -> build/

`model` holds the values that travel along it, `checks` reads them on the way,
`production` runs the line and `cli` is the only room that prints.
"""

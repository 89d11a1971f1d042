// The style inside an HTML file: the same look as the PDF, one column, dark where the reader's machine is dark, and fit
// for printing. No typeface is carried along; the machine's own is used.
export const htmlStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1d2421,#e7ebe8);--quiet:light-dark(#55605a,#aab5af);--hair:light-dark(#bcc6c0,#4a544e);--tint:light-dark(#f0f4f1,#232b27);--spruce:light-dark(#23533f,#9fd1b9);--river:light-dark(#14607a,#8fcbe2)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;font:1.0625rem/1.65 Georgia,"Source Serif 4",serif;color:var(--ink);background:light-dark(#fff,#161b18);overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,header p,dl,table,caption,figcaption,nav{font-family:"Inter Variable",Inter,system-ui,sans-serif}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;hyphens:auto}
h1{font-size:2.2rem;color:var(--spruce);margin:.4em 0 .2em}
h2{font-size:1.55rem;color:var(--spruce)}
h3{font-size:1.25rem}h4{font-size:1.08rem}h5,h6{font-size:1rem}
header{border-bottom:2px solid var(--spruce);padding-bottom:1.5rem}
.law{color:var(--spruce);font-weight:600;font-size:.9rem;margin:0}
.subtitle{font-size:1.3rem;margin:0 0 1rem}
.status{display:inline-block;border:1px solid var(--spruce);border-radius:4px;background:var(--tint);color:var(--spruce);font-weight:600;padding:.25rem .7rem;margin:0 0 1rem}
dl{margin:0;font-size:.95rem}dl div{display:flex;flex-wrap:wrap;gap:0 1rem}dt{color:var(--quiet);min-width:9rem}dd{margin:0}
nav ol{list-style:none;padding-left:0}nav ol ol{padding-left:1.25rem}nav li{margin:.2rem 0}
a{color:var(--river)}a:focus-visible,.scroll:focus-visible{outline:3px solid var(--river);outline-offset:2px}
article{scroll-margin-top:1rem}
blockquote{margin:1.5em 0;padding:.1em 0 .1em 1.1em;border-left:3px solid var(--hair);font-style:italic}
.callout{margin:1.5em 0;padding:.6em 1.1em;border-left:4px solid var(--spruce);background:var(--tint)}
.scroll{overflow-x:auto;margin:1.5em 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45;border-top:2px solid var(--spruce)}
caption,figcaption{color:var(--quiet);font-size:.9rem;text-align:left;padding:.4em 0}
th,td{text-align:left;vertical-align:top;padding:.5em .6em;border-bottom:1px solid var(--hair)}th{background:var(--tint)}
td p,th p{margin:.15em 0}
figure{margin:1.5em 0}img{max-width:100%;height:auto}
hr{border:0;border-top:1px solid var(--hair);width:30%;margin:2em auto}
ins{text-decoration:underline;color:var(--spruce)}del{color:light-dark(#b3261e,#ffb4ab)}
.unknown{color:var(--quiet);border:1px dashed var(--hair);padding:.2em .5em;font-style:italic}
.notes{font-size:.92rem;border-top:1px solid var(--hair);margin-top:3em}
footer{border-top:2px solid var(--spruce);margin-top:3em;font-size:.95rem}code{overflow-wrap:anywhere}
footer dt{min-width:100%}
@media print{body{max-width:none;padding:0;font-size:10.5pt}thead{display:table-header-group}tr,figure{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}a{color:inherit}.scroll{overflow:visible}nav{break-after:page}}
`

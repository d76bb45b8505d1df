/** The style of the HTML file: the printed page's colours and sizes, on screen and on paper. */
export const pageStyle = `
@page{size:A4;margin:17mm}
*{box-sizing:border-box}
body{max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1d23;background:#fff;font:13px/1.6 "Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
h1,h2,h3{font-family:"Noto Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif;break-after:avoid}
h1{font-size:2.2em;margin:0}h2{font-size:1.2em;margin:1.4em 0 .5em;border-bottom:1px solid #d6dae1}h3{font-size:1em}
.number{color:#1f3f8f;margin-inline-end:.6em}
.muted,dt,figcaption,footer{color:#5a6373}
.lead{border-inline-start:3px solid #1f3f8f;padding-inline-start:1em;margin:1em 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em;margin:.5em 0}dd{margin:0}
ul.items{list-style:none;padding:0;margin:0}ul.two{columns:2;column-gap:2em}ul.items li{break-inside:avoid;padding:.15em 0}
table{border-collapse:collapse;width:100%;border-block:2px solid}th{font-weight:400;color:#5a6373;text-align:start}
th,td{padding:.3em .5em;border-block-end:1px solid #d6dae1;vertical-align:top}.end{text-align:end;font-variant-numeric:tabular-nums}
tr{break-inside:avoid}.group{background:#f4f6f9}.group,.total,.strong{font-weight:700}.detail{color:#5a6373}
figure{margin:.5em 0}.slots{display:flex;gap:1em;break-inside:avoid}.slots>div{flex:1;border:1px solid #d6dae1;padding:.6em}
footer{border-top:1px solid #d6dae1;margin-top:2em;padding-top:.5em}
`.trim();

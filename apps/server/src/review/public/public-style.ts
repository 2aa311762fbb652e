/**
 * The style of all public pages: readable in the sun, 18 px, nothing loaded. Stacked Vietnamese marks are cut in the input
 * boxes of most system fonts; the local faces are given the room they lack.
 */
export const PUBLIC_STYLE = `
@font-face{font-family:V;font-weight:400;src:local('Be Vietnam Pro'),local('Roboto'),local('Segoe UI'),local('Helvetica Neue'),local('Arial'),local('Liberation Sans'),local('DejaVu Sans');ascent-override:112%;descent-override:30%;line-gap-override:0%}
@font-face{font-family:V;font-weight:700;src:local('Be Vietnam Pro Bold'),local('Roboto Bold'),local('Roboto-Bold'),local('Segoe UI Bold'),local('Helvetica Neue Bold'),local('Arial Bold'),local('Liberation Sans Bold'),local('DejaVu Sans Bold');ascent-override:112%;descent-override:30%;line-gap-override:0%}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:18px/1.5 V,sans-serif;color:#000;background:#fff}
header .bar{display:flex;justify-content:space-between;gap:16px;padding:8px 16px;background:#12304f}
header a{color:#fff;text-decoration:none;padding:8px 0;font-weight:700}
header a+a{font-weight:400;text-decoration:underline}
.demo{margin:0;padding:8px 16px;background:#f0e8fa;color:#43197a;border-bottom:2px solid #43197a}
main{max-width:720px;margin:0 auto;padding:16px}
footer{max-width:720px;margin:0 auto;padding:16px;border-top:1px solid #d5dbe3;color:#2e3742}
h1{font-size:28px;line-height:1.3;margin:8px 0 8px}
h2{font-size:22px;line-height:1.35;margin:24px 0 8px}
p{margin:0 0 12px}
a{color:#003e7e}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:4px solid #ffd400;box-shadow:0 0 0 7px #000;outline-offset:0}
header a:focus-visible{box-shadow:none}
.until{font-weight:700;border-left:6px solid #003e7e;padding:4px 12px}
.field{margin:0 0 20px}
label,legend{font-weight:700;padding:0}
fieldset{border:0;margin:0 0 20px;padding:0}
fieldset label{display:flex;align-items:center;gap:12px;font-weight:400;min-height:56px;border:2px solid #000;border-radius:4px;padding:8px 12px;margin-top:8px}
fieldset input{width:24px;height:24px;flex:none;margin:0}
.hint{margin:0 0 4px;color:#2e3742}
.error{margin:0 0 4px;color:#8c0f0a;font-weight:700}
.wrong input,.wrong select,.wrong textarea{border-color:#8c0f0a}
input[type=text],input:not([type]),input[type=tel],input[type=search],select,textarea{width:100%;min-height:56px;padding:10px 12px;font:inherit;color:#000;background:#fff;border:2px solid #000;border-radius:4px}
textarea{min-height:160px}
button,.button{display:block;width:100%;min-height:56px;padding:12px 16px;font:inherit;font-weight:700;color:#fff;background:#003e7e;border:2px solid #003e7e;border-radius:4px;text-align:center;text-decoration:none;cursor:pointer}
.second{color:#003e7e;background:#fff}
.four{list-style:none;margin:0;padding:0}
.four li{margin:0 0 16px}
.four .hint{margin-top:4px}
.find{display:flex;gap:8px;align-items:flex-end;margin:0 0 12px}
.find .field{flex:1;margin:0}
.find button{width:auto;flex:none}
table{width:100%;border-collapse:collapse;margin:8px 0 16px}
caption{text-align:left;padding:4px 0}
th,td{text-align:left;vertical-align:top;padding:10px 8px 10px 0;border-bottom:1px solid #78859a;overflow-wrap:anywhere}
th:first-child,td:first-child{text-align:right;padding-right:12px;white-space:nowrap}
.summary{border:3px solid #8c0f0a;padding:12px 16px;margin:0 0 20px}
.summary ul{margin:0;padding-left:20px}
.code{font-size:28px;font-weight:700;letter-spacing:2px;overflow-wrap:anywhere;margin:0 0 8px}
.box{border:2px solid #000;border-radius:4px;padding:12px 16px;margin:0 0 20px}
.good{border-color:#0b4a22}
.good .state{color:#0b4a22}
.bad{border-color:#8c0f0a}
.bad .state{color:#8c0f0a}
.state{font-size:22px;font-weight:700;margin:0 0 8px}
.steps{list-style:none;margin:0 0 20px;padding:0}
.steps li{padding:8px 0 8px 16px;border-left:6px solid #78859a}
.steps .done{border-color:#0b4a22}
.steps .now{border-color:#003e7e;font-weight:700}
.pages{display:flex;gap:16px;margin:0 0 20px}
@media print{header,footer,form,.button{display:none}}
`.trim();

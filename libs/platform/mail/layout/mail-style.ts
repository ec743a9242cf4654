/**
 * The only style sheet of mails. Without it the content stays readable in its order. Contrast is at least 4.5:1 in both
 * appearances, and colours come from the theme of the pages.
 */
export const STYLE = `
:root{color-scheme:light dark}
body.page{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;background-color:#ffffff;color:#1c1b19}
.frame{border-collapse:collapse;table-layout:fixed}
.column{max-width:640px;padding:24px 20px;box-sizing:border-box;overflow-wrap:break-word}
a{color:#0b5a53;text-decoration:underline;text-underline-offset:3px}
h1{font-size:28px;line-height:1.2;margin:8px 0 4px}
h2{font-size:18px;line-height:1.3;margin:32px 0 0;padding:0 0 8px;border-bottom:2px solid #1c1b19}
p{margin:0 0 8px}
.sender{margin:0 0 16px}
.product{font-weight:700;color:#0b5a53}
.of{float:right;color:#595650}
.intro,.details,.note,.small,.footer{color:#595650}
.items,.points{margin:0;padding:0;list-style:none}
.items li{padding:12px 0;border-bottom:1px solid #c9c5bd}
.matter{font-weight:600}
.points li{padding:8px 0 0 24px;text-indent:-24px}
.points li:before{content:"\\2713\\00a0\\00a0";color:#0b5a53}
.figures td,.data th,.data td{padding:10px 0 10px 12px;border-bottom:1px solid #c9c5bd;vertical-align:top}
.figures td:first-child,.data th:first-child{padding-left:0}
.figures .note,.figures .value,.data td,.data th[scope=col]{text-align:right}
.figures .value{font-weight:700;white-space:nowrap}
.value,.data td{font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
.data{border-collapse:collapse}
.data th{text-align:left;font-weight:400}
.data th[scope=col]{color:#595650;font-size:14px}
.data th[scope=col]:first-child{text-align:left}
.data .total th,.data .total td{font-weight:700}
.more{margin:12px 0 0}
.small,.footer{font-size:14px}
.small{margin:8px 0 0}
.button{margin:24px 0 0}
.button a{display:inline-block;padding:10px 16px;border-radius:6px;background-color:#0b5a53;color:#ffffff;font-weight:600;text-decoration:none;border:1px solid #0b5a53}
.footer{margin:28px 0 0;padding:16px 0 0;border-top:1px solid #c9c5bd}
@media (max-width:480px){
.of{float:none;display:block}
.data th,.data td,.data th[scope=col]{font-size:13px;padding-left:4px}
.data tr th:first-child{padding-left:0}
.figures tr{display:block;padding:10px 0;border-bottom:1px solid #c9c5bd}
.figures td{display:inline;padding:0 8px 0 0;border:0}
.figures td:first-child{display:block}
.figures td.note:empty{display:none}
}
@media (prefers-color-scheme:dark){
body.page{background-color:#1b1a18!important;color:#edeae4!important}
a,.product,.points li:before{color:#9fd3cb}
.of,.intro,.details,.note,.small,.footer,.data th[scope=col]{color:#b9b4ab}
h2{border-bottom-color:#edeae4}
.items li,.figures td,.figures tr,.data th,.data td,.footer{border-color:#4a4742}
.button a{background-color:#9fd3cb;color:#12312d;border-color:#9fd3cb}
}
`;

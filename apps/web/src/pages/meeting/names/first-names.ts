/**
 * Given names common among children and adults in Norway today (from Statistics Norway's lists), a few hundred: enough
 * to detect slips, not a register of people. Excludes names that are also ordinary words and would mostly match those
 * (Mai, Liv, Tor at the start of a sentence).
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `adam adrian agnes aksel albert alex alexander alfred alma alva alvilde amalie amanda amelia amina amund anders andrea
  andreas ane anette anita anna anne annika anton are arne arthur arve asbjørn aslak astrid atle august aurora axel
  beate benjamin bente berit birk bjarne bjørn brage camilla carl casper cathrine cecilie charlotte christian christina
  christoffer cornelia daniel david dina edvard eirik elias elin elina elisabeth elise ella ellen ellinor elliot ellie
  elsa emil emilia emilie emily emma endre erik erlend espen ester eva even falk fatima felix fillip filip fredrik frida
  frode gabriel geir georg gina greta gro gudrun gunnar gustav guro hanna hannah hans harald hauk hedda hege heidi helena
  helene helge henriette henrik herman hilde håkon håvard ida ine inga inger ingeborg ingebrigt ingrid ingvild ines iben
  isabella isak ivar iver jacob jakob jan jannicke jenny jens jo joakim johan johanne johannes john johnny jon jonas
  jonathan jonatan jorunn josef josefine julia julian julie jørgen kaja karen kari karin karl karoline kasper katrine
  kevin kim kine kirsten kjersti kjell knut konrad kristian kristin kristina kristine kristoffer lars laura lea leah leif
  leo leon leonora lilly lina linda line linea linn linnea lise lisa liam live lotta lotte louise lucas ludvig luca lukas
  lydia magne magnus maja malene malin marcus marcus maren margrethe maria mariam marianne marie marius markus marit
  marte marthe martin martine mathea mathias mathilde matheo matilde matteo max maya melissa merete mia michael mikael
  mikkel milla mille milo mina miriam mohamad mohammad mohammed molly mona monica morten nathan nathaniel nikolai nikoline
  nils nina noah noor nora odd oda odin olav ola ole oliver olivia olea omar oscar oskar otto pauline peder pernille petra
  petter philip pia preben ragnar ragnhild rakel randi rasmus rebecca rebekka reidar robert robin roger roy ruben rune
  runar saga samuel sander sandra sara sarah sebastian selma selmer sigrid sigurd silje simen simon siri siv sofia sofie
  solveig sondre stian stig stine storm sunniva susanne svein sverre synne synnøve tale teodor terje thea theo theodor
  theodora thomas tiril tobias tom tommy tone tora tord tore torunn torstein trine trond trygve tuva ulrik una vera
  victor victoria viktor viktoria vilde vilja vilma vegard vetle yasmin yusuf william wilma yngve øyvind åse aase åshild`.split(
    /\s+/,
  ),
);

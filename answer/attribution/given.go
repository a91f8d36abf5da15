package attribution

import (
	"slices"
	"strings"
	"sync"
)

// ofGender are lists of words, by the gender of whom they tell of.
type ofGender [female + 1]string

// honorifics tell of whom an article would say he or she.
var honorifics = ofGender{
	male:   "mr sir lord king prince pope congressman spokesman chairman father",
	female: "mrs ms miss lady queen princess congresswoman spokeswoman chairwoman dame sister",
}

// givenNames are common given names, with what an article would say of somebody
// who has one, in the order of their bytes. Those that both men and women have are left out.
var givenNames = ofGender{
	male: `aaron abdul abraham adam adel aditya adrian ahmed ajay akira al alain alan albert alec alejandro aleksandr alessandro alex alexander alexei alfonso
		alfred alfredo ali alistair allan allen alonso alphonso alton alvaro alvin ambrose amir amit amol amos anand anders andre andreas andrei andrej andrew
		andy angelo angus anil anthony antoine anton antonin antonio antony antwan archie ari aristide armando arnaud arnie arnold arsene art arthur arturo
		arun arvind asa ashish ashraf ashton asif augusto augustus axel ayman aziz barack barney barry bart bashar basil ben benedict benito benjamin benjie
		benny bernard bernardo bernie bert bertrand beto bhupesh bilal bill billy bjorn blaine bob bobby bogdan boris brad braden bradley brandon brendan
		brendon brennan brent brenton bret brett brian brock bruce bruno bryan bryce bryson burt byron caleb calvin carl carlo carlos carlton carsten cassius
		cecil cedric cesar chad charles charlie chaz chester chet chris christoph christophe christopher chuck clarence clark claudio claus clay clayton clem
		clement cletus cliff clifford clifton clint clyde cody cole colin connor conor conrad constantine corbin cordell corey cornelius cory craig cristian
		cristiano curt curtis cyril cyrus damian damien damon dan dane daniel daniil danny dante darius darrell darren darryl daryl dave davey david davide
		dawson dean deandre declan deepak deion delbert delmar demetrius denis dennis denny denton denzel derek deron derrick deshawn desmond devin dewayne
		dewey dexter dick didier diego dieter dillon dimitri dinesh dion dirk dmitry domingo dominic dominick don donald donnell donnie donny donovan dorian
		doug douglas duane duncan dustin dwayne dwight dylan earl earle earnest ed eddie edgar edgardo edmond edmund edouard eduardo edward edwardo edwin
		efrain efren eitan eladio elbert eldon eli elias elijah elliott elmer elon elvis emanuel emil emilio emmanuel emmett enoch enrico enrique ephraim eric
		erich erick erik ernest ernesto ernie errol ervin erwin esteban ethan ethen etienne eugene evan everett ezekiel ezra fabian fabio fahad faisal farid
		federico felipe felix ferdinand fergus fermin fernand fernando fidel finn floyd francesco francis francisco franco francois frank franklin franz fred
		freddy frederic frederick fredrick friedrich fritz gabriel galen gareth garret garrett garry garth gary gaston gavin gavyn genaro gene geoff geoffrey
		georg george georges gerald gerard gerardo gerhard gerry giacomo gianni gideon gilbert gilberto gilles gino giorgio giovanni giuseppe glen glendon
		glenn godfrey gonzalo gopal gordon grady graeme graham grant greg gregg gregor gregorio gregory greig grover guido guillaume guillermo gunter gustav
		gustavo guy hakeem hamid hamish hamza hank hans harish harold harrison harry harvey hasan hassan hayden heath hector helmut hendrik henri henrik henry
		herb herbert heriberto herman hershel hilario hiram hiroshi horace horacio horst hossein howard hubert huey hugh hugo humberto husain hussein ian
		ibrahim idris ignacio igor ike ilya imran ira irvin irving isaac isaiah isaias isidro ismael ismail issa ivan ivor jacek jack jacob jacques jaime jair
		jake jakob jalen jamaal jamal jamar james jamey janos jared jarod jarred jarret jarrett jarrod jarvis jason javier javon jaxon jay jayden jayson
		jean-claude jean-luc jean-marie jean-paul jean-pierre jeb jed jeff jefferey jefferson jeffery jeffrey jeffry jens jerald jeramie jere jeremiah jeremie
		jeremy jermaine jerome jerrod jerrold jerry jesper jesse jesus jim jimmie jimmy joachim joakim joao joaquim joaquin joe joel joerg joey johan johann
		johannes john johnathan johnathon johnnie johnny jon jonah jonas jonathan jonathon jordi jorg jorge jose josef joseph josh joshua josiah jovan juan
		judson juergen julian julio junaid jurgen justin justus kader kamal kareem karim karl karsten kaspar keenan keir keiran keith kelvin ken kendrick
		kenji kenneth kenny kenta kenyon kermit kevin khaled khalid khizr kieran kim-jong kip kirk klaus konrad konstantin kory kristian kristoffer kristopher
		kurt kurtis kwame kwasi kyle kyrie lamar lamont lance landon lanny larry lars laszlo laurent lavar lawrence lazaro leandro lebron lee leif leland len
		lenny leo leon leonard leonardo leonid leopold leopoldo leroy lester lev levar levi lewis liam lindsey linwood lionel lloyd lonny lorenzo lorne
		lothar louie louis luc luca lucas lucien lucio lucius ludwig luis luiz luka lukas lukasz luke luther lyle lyndon lynwood mahmoud mahmud malcolm malik
		mamadou manish manny manoj manolo manuel marc marcel marcellus marcelo marcin marco marcos marcus margarito mariano mario marius mark marlon marshall
		martijn martin marty marvin massimo mateo mathew mathias mathieu mats matt matteo matthew matthias maurice mauricio maurizio max maximilian maynard
		mehdi mehmet melvin mendel merrick merrill michael michal mickey miguel mikael mike mikel mikhail millard milos milton mitch mitchell mitt modesto
		mohamad mohamed mohammad mohammed moises monty mordechai morgan mort mortimer moses muhammad mustafa myron nabil nader naftali narendra nate nathan
		nathanial nathaniel naveed navin neal ned neil nelson nestor newt niall nicholas nick nickolas nicolas nigel niklas nikola nikolai nikos nils noah
		norbert norman novak octavio odell odis olaf oleg olin oliver olivier olof omar omari omer oren orlando orrin orson orval osama osbaldo oscar oskar
		osman osvaldo otis otto owen ozzie pablo pascal pasquale pat patricio patrick paul pavel pawel pedro percy petar pete peter petr petro phil philip
		philippe phillip pierre piers piotr pradeep prakash preet prescott quentin quincy quinton rafa rafael rafe rafi raghuram raheem rahul rainer raj
		rajeev rajesh rajiv rakesh ralph ramesh ramiro ramon ramzi rand randal randall randell randy raoul raphael rashad rashid rasmus raul ravi ray raymond
		raymundo raynard recep reece refugio reggie reginald reinaldo reince reinhard reinhold remy renaldo renato reuben reuven rex reynaldo rhett rhys
		ricardo riccardo richard richie rick rickey rickie ricky rigoberto rishi ritchie roald rob robby robert roberto rocco rod roderick rodney rodolfo
		rodrigo roel rogelio roger rohan rohit roland rolando rolf rollie romain roman romeo ron ronald ronan ronnie rory roscoe rosendo ross roy ruben rubin
		rudi rudolf rudolph rudy rueben rufus rupert russ russel russell rustam ryan ryszard saad saeed saleh salim salman salvador salvatore sam samir sammie
		sammy samuel sandeep sanjay santiago santos satya saul sayed scot scott scottie scotty sean sebastian serge sergei sergey sergio serhiy seth seymour
		shane shaquille shaun shawn shayne sheldon sherrod shigeru shinzo shlomo shmuel sid sidney siegfried silvio simeon simon sinan slavoj slobodan soren
		spencer spiro stan stanley stefan stefano steffen stephan stephane stephen steve steven stewart stuart subramanian sundar sunil suresh sven syed
		sylvester tad takeshi tariq taro tayyip ted terence terrance terrell terrence terry theo theodore thiago thierry thom thomas thor thorsten thurman tim
		timmy timothy titus tobias tobin toby tod todd tom tomas tomasz tommaso tommie tommy toney tony tooru torsten travis tremaine trevor trey tristan troy
		tucker ty tyler tyree tyrell tyrese tyrone ulf ulrich ulysses umar umberto uwe vadim valentin valery vasily vaughn vern vernon vicente victor vijay
		vikram viktor vince vincent vincenzo virgil vito vivek vlad vladimir vladislav volker volodymyr waldo waleed walid wallace wally walt walter warren
		wayne weldon wendell werner wes wesley wilber wilbert wilbur wilburn wilford wilfred wilfredo wilhelm will willard william willie willis wilmer
		windell winfield winford winston wolf wolfgang woodrow wyatt xavi xavier yahya yair yann yannick yaroslav yasser yitzhak yoav yosef youssef yuri yusuf
		yves zach zachariah zachary zachery zack zaheer zane zeke zeljko zia ziad zlatan zoltan`,
	female: `abbie abby abigail adela adelaide adele adeline adriana adriane adrienne agatha agnes agnieszka aida aileen aimee aisha alana alanna alba alecia
		alejandra alejandrina alesha alessandra alexa alexandra alexandrea alexandria alexia alexis alfreda alice alicia alicja alina alisa alisha alison
		alissa aliyah allie allison allyson alma alta althea alyce alyson alyssa amal amalia amanda amara amaya amber amelia amie amina amy ana anais
		anastasia anaya andra andrea andree angela angelia angelica angelina angeline angelique angelita angie anika anissa anita anja anjali ann anna annabel
		annabelle annabeth annamaria annamarie anne annegret anneliese annette annie annika annmarie anouk antoinette antonella antonette antonia anya april
		arabella araceli ariana ariel arielle arlene artemisa asha ashlee ashleigh ashley ashlyn astrid athena aubrey audra audrey aurelia aurora ava avril
		ayanna ayesha azadeh babette bahar barbara barbie barbra beata beatrice beatriz becky belen belinda bella benedetta benita bernadette bernadine
		bernardette bernice bertha beryl bessie beth bethany betsy bette bettie bettina betty bettye beulah beverley beverly beyonce bianca birgit blanca
		blythe bobbi bonita bonnie brandi brandy breanna brenda briana brianna brianne bridget bridgette brigid brigitte britney britni brittani brittany
		brittney bronwyn brooke bryanna buffy caitlin caitlyn callie camilla camille candace candi candice candida candis candy caprice cara cari carina
		carissa carla carlene carlie carlotta carly carmela carmella carmen carol carole caroline carolyn carolyne carri carrie caryn casandra cassandra
		cassidy cassie catalina catarina caterina catharine catherina catherine cathleen cathryn cathy catrina cecile cecilia cecily celeste celestina celia
		celina celine chanel chantal charisse charla charleen charlene charlotte charmaine chasity chelsea chelsey cher cheri cherie cherise cherri cheryl
		chiara chimamanda chloe chrissy christa christal christelle christen christi christiane christie christina christine christy chrystal ciara
		cicely cierra cindi cindy claire clara claribel clarice clarissa claudette claudia claudine clementine cleo coleen colette colleen concepcion
		condoleezza connie constance consuelo cora coretta corina corine corinna corinne cornelia corrie courtney cressida crista cristal cristina cristy
		crystal cynthia dagmar dahlia daisy dalia dana danette daniela daniella danielle danna daphne darcy daria darla darleen darlene dasha davina dawn
		dayana deana deandra deann deanna deanne deb debbie debby debi debora deborah debra debrah dede dedra deena deidra deidre deirdre delaney delia
		delilah della delores delphia delphine demetria demi denice denise denisha denita desirae desiree diana diandra diane diann dianna dianne dina dionne
		dolly dolores domenica dominga donna dora dorcas doreen dori dorinda doris dorothea dorothee dorothy dorthy dottie drucilla earlene earnestine eboni
		ebony edie edith edna edwina effie eileen elaine elana eleanor eleanora eleanore elena eleni elisa elisabeth elise elisha elissa eliza elizabeth elke
		ella ellen ellie ellyn elma elna elois eloisa eloise elsa elsie elva elvira elyse emelda emelia emelina emilia emilie emily emma emmanuelle emmy enid
		erica ericka erika erin erma ernestina ernestine esme esmeralda esperanza essie estela estelle ester esther ethel ethelyn etta eugenia eugenie eunice
		eva evangelina evangeline evelyn evie fabienne faith fannie farah fatemeh fatima fatou fay faye felecia felicia felicitas felicity fern fernanda
		filomena fiona flo flora florence florencia florentina fran francene frances francesca francie francine francisca francoise freya frida frieda gabby
		gabriela gabriella gabrielle gail gayle gemma gena genevieve georgette georgiana georgianna georgie georgina geraldine geri germaine gertie gertrude
		ghislaine gianna gigi gilda gina ginger ginny giovanna gisele giselle giulia giuliana gladys glenda glenna gloria golda goldie grace gracie graciela
		greta gretchen griselda guadalupe gwen gwendolyn gwenn gwyneth hadley haley hanna hannah harriet hattie hayley hazel heather hedwig heidi helaine
		helen helena helene helga henrietta henriette herlinda hermelinda hermione hettie hilda hildegard hillary hollie holly hope hortense huma hyacinth ida
		idalia idella ilana ilaria ilene ilhan iliana ilse imani imelda imogen imogene ina ines inez inga inge ingeborg inger ingrid iolanda iona irene irina
		iris irma isabel isabela isabella isabelle isela isla isolde ivana ivanka ivette ivy jacalyn jacinda jackeline jacki jackie jacklyn jaclyn jacquelin
		jacqueline jacquelyn jada jamila jana janae janay jane janeen janelle janessa janet janette janey janice janie janina janine janis janna jannie
		jaqueline jasmin jasmine jaymie jayna jayne jean jeana jeanette jeanie jeanine jeanmarie jeanne jeannette jeannie jeannine jemima jena jenelle jenifer
		jenna jenni jennie jennifer jenny jeri jerri jerrie jesenia jessenia jessi jessica jesusita jill jillian jo joan joana joane joanie joann joanna
		joanne joannie jocelyn jodee jodi jodie joelle johanna johnna joleen jolene joni jordana josefa josefina josefine joselyn josephine josette josie
		jovita joy joyce juana juanita judi judit judith judy julia juliana juliann julianna julianne julie juliet julieta juliette julissa june justina
		justine kacey kaci kaila kaitlin kaitlyn kaley kalyn kamala kami kamila kandi kandice kara karen kari karin karina karine karissa karla karlene
		karolina karon karri karrie karyn kasia kassandra kassidy katarina kate katelin katelyn katerina katharina katharine kathe katherine katheryn kathi
		kathleen kathlyn kathrin kathryn kathy katie katja katrice katrina katya kay kaycee kaye kayla kaylee kayleigh keely keira keisha keli kelli kellie
		kellyanne kelsey kelsi kendra keri kerri kerstin keshia ketanji keturah khadija kiana kiara kiera kierra kiersten kiley kimber kimberlee kimberley
		kimberli kimberlie kimberly kira kirsten kirstie kirstin kirstjen kirsty kortney krista kristal kristel kristen kristi kristie kristin kristina
		kristyn krysta krystal krystle kyla kylie kyra ladonna lakeisha lakesha lakeshia lakisha lana lara larhonda larissa laronda lashawn lashonda latanya
		latasha latisha latonya latosha latoya latrice laura laurel lauren laurette laurie laurinda lauryn lavinia lavonne lawanda lea leah leann leanna
		leanne leatrice lecia leeann leila leilani leisa lelia lena lenora lenore leona leonie leonora leota leslee lesley leslie letha leticia letitia letty
		lidia liesl lila lilian liliana lillian lilly lily lina linda lindsay linette linnea linsey lisa lisbeth lisette lita liz liza lizbeth lizette lizzie
		lois lola lolita loni loraine lorelei lorena lorene loretta lori loriann lorie lorna lorraine lorri lorrie lottie louann louella louisa louise lourdes
		loyce luana luann luanne lucia luciana lucie lucila lucille lucinda lucretia lucy ludmila lue luella luisa lupita lydia lyla lynda lyndsay lyndsey
		lynetta lynette lynn lynne lynnette lynsey mabel machelle macie madalyn madelaine madeleine madeline madelyn madge madonna mae magda magdalena maggie
		maia maira maisie makayla malala malia mallory mandi mandy manuela mara maranda marcela marcelina marcella marcelle marci marcia marcie marcy margaret
		margarete margarette margarita margaux margery margie margit margo margot margret marguerita marguerite maria mariah mariam mariana marianna marianne
		maribel maribeth maricela marie mariella marietta marika marilee marilyn marilynn marina marisa marisela marisol marissa marita maritza marjorie
		marjory markita marla marlana marleen marlena marlene marlo marni marnie marquita marsha marta martha martina marva mary mary-kate marya maryam
		maryann maryanne maryellen maryjane marylou matilda matilde mattie maud maude maura maureen mavis maxie maxine maya mayra meagan meaghan meg
		megan meghan megyn mei melania melanie melba melina melinda melissa mellissa melodie melody melva mercedes meredith meri merrilee meryl mia micaela
		michaela michele michelle mikayla mikki mila milagros mildred milena milissa millicent millie mimi mindi mindy minerva minnie mira miranda mireille
		miriam mittie mitzi moira mollie molly mona monica monika monique muriel myesha myla mylene myra myriam myrna myrtle nadia nadine nadja nakia nanci
		nancy nanette nannie naomi naomie nastassja natacha natalia natalie natalya natasha nathalie nayeli neda nedra neha nelda nelida nell nellie nelly
		nettie neva nia nichelle nicki nicole nicolette nidia niki nikki nilda nina noelia noelle noemi nola nona nora noreen norene norma nubia nydia octavia
		odette ofelia oksana olena olga olivia oona ophelia oprah oriana paige paloma pam pamala pamela pamelia pamella paola patrica patrice patricia
		patrizia patsy patti patty paula paulette paulina pauline peggy penelope penny petra petronila petula philippa philomena phoebe phylicia phyllis pia
		pilar polly portia priscilla priya priyanka queenie rachael racheal rachel rachelle racquel raelene rafaela raina ramona ramonita rana randa randi
		raquel rashida reanna reatha reba rebeca rebecca rebekah reena regina reina renae renata renee reta reva reyna rhea rheanna rhiannon rhoda rhonda
		ricarda ricki rihanna rita roberta robyn rochel rochelle roisin romina ronda rosa rosalia rosalie rosalina rosalind rosalinda rosalva rosalyn rosamund
		rosana rosann rosanna rosanne rosaria rosaura rose roseann roseanne rosella roselyn rosemarie rosemary rosena rosetta rosie rosita roslyn rossana
		rowena roxana roxane roxann roxanne roxie rubi ruby rubye ruth ruthie sabine sabrina sadie safiya sallie sally salma samantha samira sandi sandra
		sanna saoirse sara sarah sarina saskia savanna scarlett selena selene selina selma serena shakia shakira shalonda shameka shamika shana shanae shanda
		shandra shanel shanelle shani shania shanice shanika shaniqua shanita shanna shannon shanta shantel shanti sharen shari sharla sharleen sharlene
		sharon sharonda sharron sharyn shauna shawna shawnda shawnee shawnna shayla shayna sheena sheila sheilah shelba shelia shelley shelli shellie shelly
		shena sheri sherie sherita sherley sherlyn sherri sherrie sherrill sherry sherryl sheryl sheryll shirin shirley shonda shondra shonna shyla sidsel
		sienna sigrid silke silvia simona simone simonne sinead siobhan siri sofia solange soledad sondra sonia sonja sonya sophia sophie soraya stacey stacia
		stacie stacy starla stefania stefanie steffi stella stephani stephania stephanie stephany stephenie sue sunita susan susana susanna susannah susanne
		suzan suzann suzanne suzette suzi suzie svetlana sybil sylvia sylvie syreeta tabatha tabetha tabitha talia talitha tamala tamar tamara tambra tameika
		tameka tamera tami tamika tamiko tammi tammie tammy tamra tangela tania tanika tanisha tanya tara tasha tatiana tatyana tawana tawanda tawanna tawny
		tawnya tena teresa teresita teri terra terri terrie tess tessa thea thelma theodora theodosia theola theresa thomasina tiana tiera tierra tiesha
		tiffani tiffanie tiffany tilda timika tina tisha tobi toccara tonette toni tonia tonja tonya tori torie tosha toya tracee tracey traci tracie treena
		trena tressa tricia trina trish trisha trista trudi trudy tulsi twanda twila twyla tyesha tyra una ursula uta valentina valeria valerie valorie vanesa
		vanessa vanna velda velma venus vera verena verlie verna vernita veronica veronika vicenta vickey vicki vickie vicky victoria vikki viktoria
		vilma vinita viola violet violeta virgie virginia vivian viviana vivienne wanda wendi wendie wendy whitney whoopi wilda wilhelmina willa willena
		willette willodean wilma winifred winnie xenia xiomara xochitl yadira yahaira yana yanira yasmeen yasmin yasmine yelena yesenia yessenia yevette yoko
		yolanda yolande yolonda yoshiko yuki yulia yuliya yuriko yvette yvonne zainab zana zandra zara zelda zelma zena zendaya zenobia zita zoe zoey zoila
		zora zula zulma zuzana`,
}

// given are the lists of givenNames, which are in order, word by word.
var given = sync.OnceValue(func() (lists [female + 1][]string) {
	for g, list := range givenNames {
		lists[g] = strings.Fields(list)
	}
	return lists
})

// genderOf returns the gender of who has a word as a given name.
func genderOf(word string) gender {
	for g, names := range given() {
		if _, ok := slices.BinarySearch(names, word); ok {
			return gender(g)
		}
	}
	return unknown
}

// given does so for a word of a text.
func (t token) given() gender { return genderOf(t.word) }

// sameGivenName reports whether two given names may be the same person's: Nick and
// Nicholas, Chris and Christopher, J and John.
func sameGivenName(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || shortNames()[a] == b || shortNames()[b] == a
}

// shortNames are given names that do not begin as what they are short for does.
var shortNames = sync.OnceValue(func() map[string]string {
	return pairs(`abby abigail andy andrew becky rebecca bernie bernard bill william billy william bob robert bobby robert cathy catherine charlie charles chuck charles
	cindy cynthia danny daniel debbie deborah dick richard eddie edward gerry gerald hank henry harry henry jack john jake jacob jerry gerald
	jim james jimmy james joe joseph joey joseph johnny john kathy katherine katie katherine kenny kenneth larry lawrence liz elizabeth maggie margaret
	mike michael molly mary nick nicholas nicky nicholas patty patricia peggy margaret rick richard ricky richard ronnie ronald rudy rudolph
	sally sarah sandy sandra steve stephen susie susan ted theodore tom thomas tommy thomas tony anthony vicky victoria wes wesley`)
})

func pairs(list string) map[string]string {
	m := make(map[string]string)
	words := strings.Fields(list)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}

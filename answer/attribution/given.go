package attribution

import (
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
// who has one. Those that both men and women have are left out.
var givenNames = ofGender{
	male: `aaron abdul abraham adam adel aditya adrian ahmed ajay akira al alain alan albert alejandro aleksandr alessandro alex alexander alexei alfonso
		alfred alfredo ali alistair allen alonso alvaro alvin ambrose amir amit amol anand anders andre andreas andrei andrej andrew andy angelo angus anil
		anthony antoine anton antonin antonio archie ari aristide armando arnaud arnold arsene art arthur arturo arun arvind ashish ashraf asif augusto axel
		ayman aziz barack barry bart bashar basil ben benedict benito benjamin bernard bernardo bernie bertrand bhupesh bilal bill billy bjorn bob bobby
		bogdan boris brad bradley brandon brendan brendon brent bret brett brian brock bruce bruno bryan bryce burt byron caleb calvin carl carlo carlos
		carlton carsten cedric cesar chad charles charlie chester chris christoph christophe christopher chuck clarence clark claudio claus clay clem
		clement cletus cliff clifford clifton clint clyde cody colin connor conor conrad constantine corey cornelius cory craig cristian cristiano curt
		curtis cyril cyrus damian damien damon dan daniel daniil dante darius darrell darren darryl dave david davide dean deandre declan deepak demetrius
		denis dennis denzel derek derrick desmond devin dexter dick didier diego dieter dimitri dinesh dion dirk dmitry dominic don donald donovan dorian
		doug douglas duane duncan dustin dwight dylan earl ed eddie edgar edmund edouard eduardo edward edwin efrain eitan eladio eli elias elijah elliott
		elon emanuel emil emilio emmanuel enrico enrique ephraim eric erik ernest ernesto ernie erwin esteban ethan etienne eugene evan everett fabian fabio
		fahad faisal farid federico felipe felix ferdinand fergus fernand fernando fidel finn floyd francesco francis francisco francois frank franklin
		franz fred frederic frederick friedrich fritz gabriel gareth garrett garry garth gary gaston gavin gavyn gene geoff geoffrey georg george georges
		gerald gerard gerardo gerhard gerry giacomo gianni gideon gilbert gilles gino giorgio giovanni giuseppe glen glenn godfrey gonzalo gopal gordon
		graeme graham grant greg gregor gregorio gregory greig grover guido guillaume guillermo gunter gustav gustavo guy hakeem hamid hamza hank hans
		harish harold harrison harry harvey hasan hassan hayden heath hector helmut hendrik henri henrik henry herbert herman hiroshi horace horst hossein
		howard hubert hugh hugo humberto husain hussein ian ibrahim idris ignacio igor ilya imran irvin irving isaac isaiah ismael ismail issa ivan ivor
		jacek jack jacob jacques jaime jair jake jakob jalen jamaal jamal james janos jared jarrod jarvis jason javier jay jean-claude jean-luc jean-marie
		jean-paul jean-pierre jeb jed jeff jefferson jeffrey jens jeremiah jeremy jerome jerrold jerry jesper jesus jim jimmie jimmy joachim joakim joao
		joaquim joaquin joe joel joerg johan johann johannes john johnny jon jonah jonas jonathan jonathon jordi jorg jorge jose josef joseph josh joshua
		josiah juan juergen julian julio junaid jurgen justin justus kader kamal kareem karim karl karsten kaspar keir keiran keith kelvin ken kendrick
		kenji kenneth kenny kenta kermit kevin khaled khalid khizr kieran kim-jong kip kirk klaus konrad konstantin kristian kristoffer kurt kurtis kwame
		kwasi kyle kyrie lamar lamont lance larry lars laszlo laurent lawrence leandro lebron lee leif len leo leon leonard leonardo leonid leopold leroy
		lester lev levi lewis liam lindsey lionel lloyd lorenzo lothar louis luc luca lucas lucio ludwig luis luiz luka lukas lukasz luke luther lyle lyndon
		mahmoud mahmud malcolm malik mamadou manish manny manoj manolo manuel marc marcel marcelo marcin marco marcos marcus mariano mario marius mark
		marlon marshall martijn martin marty marvin massimo mateo mathew mathias mathieu mats matt matteo matthew matthias maurice mauricio maurizio max
		maximilian mehdi mehmet melvin mendel merrick michael michal mickey miguel mikael mike mikhail milos milton mitch mitchell mitt mohamad mohamed
		mohammad mohammed moises monty mordechai morgan mort mortimer moses muhammad mustafa nabil nader naftali narendra nathan nathaniel naveed navin ned
		neil nelson nestor newt niall nicholas nick nicolas nigel niklas nikola nikolai nikos nils noah norbert norman novak octavio odell olaf oleg oliver
		olivier olof omar omari omer orlando orrin orson osama oscar oskar osman osvaldo otto owen ozzie pablo pascal pat patricio patrick paul pavel pawel
		pedro percy petar pete peter petr petro phil philip philippe phillip pierre piers piotr pradeep prakash preet prescott quentin quincy rafa rafael
		rafi raghuram rahul rainer raj rajeev rajesh rajiv rakesh ralph ramesh ramiro ramon ramzi rand randall randy raoul rashad rashid rasmus raul ravi
		ray raymond raynard reece reggie reginald reince reinhard reinhold remy renato reuben reuven rex rhys ricardo riccardo richard rick ricky rishi
		roald rob robert roberto rocco rod roderick rodney rodolfo rodrigo roger rohan rohit roland romain roman romeo ron ronald ronan ronnie rory roscoe
		ross roy ruben rudi rudolph rudy rufus rupert russ russell rustam ryan ryszard saad saeed saleh salim salman salvador salvatore sam samir samuel
		sandeep sanjay santiago santos satya sayed scott scottie sean sebastian serge sergei sergey sergio serhiy seth shane shaquille shaun shawn sheldon
		sherrod shigeru shinzo shlomo shmuel sid sidney siegfried silvio simeon simon sinan slavoj slobodan soren spencer spiro stan stanley stefan stefano
		steffen stephan stephane stephen steve steven stewart stuart subramanian sundar sunil suresh sven syed sylvester tad takeshi tariq taro tayyip ted
		terrance terrell terrence terry theo theodore thiago thierry thom thomas thor thorsten tim timothy tobias tobin todd tom tomas tomasz tommaso tommy
		tony tooru torsten travis trevor trey tristan troy tucker tyler tyrese tyrone ulf ulrich ulysses umar umberto uwe vadim valentin valery vasily
		vernon victor vijay vikram viktor vince vincent vincenzo virgil vito vivek vlad vladimir vladislav volker volodymyr waleed walid wallace wally walt
		walter warren wayne wendell wes wesley wilbur wilfred wilhelm will willard william willie willis wilmer winfield winston wolf wolfgang wyatt xavi
		xavier yahya yair yann yannick yaroslav yasser yitzhak yoav yosef youssef yuri yusuf yves zach zachary zack zaheer zane zeke zeljko zia ziad zlatan
		zoltan`,
	female: `abigail adelaide adele adriana adriane agatha agnes agnieszka aileen aimee aisha alana alba alejandra alessandra alexandra alexis alice alicia
		alicja alison aliyah allison alma althea alyssa amal amanda amber amelia amina amy ana anastasia anaya andrea andree angela angelica angelina
		angelique anika anita anja anjali ann anna anne annegret anneliese annette annika annmarie anouk antoinette antonella antonia anya april ariana
		arlene asha astrid athena audrey aurora ava avril ayanna azadeh bahar barbara beata beatrice beatriz becky belinda bella benedetta bernadette
		bernice beryl beth bethany betsy bettina betty beverly beyonce bianca birgit bonita bonnie brenda brianna bridget bridgette brigitte brittany
		bronwyn caitlin caitlyn camille candace candice candy cara carina carla carlotta carly carmela carmen carol carole caroline carolyn carolyne carrie
		cassandra cassidy catalina catarina caterina catherina catherine cathy cecilia celeste celia celine chantal charlene charlotte charmaine chelsea
		cher cheryl chiara chimamanda chloe chrissy christa christelle christiane christina christine cicely cindy claire clara clarissa claudette claudia
		claudine clementine colette colleen concepcion condoleezza connie consuelo cora coretta corinne cornelia cressida cristina crystal cynthia dagmar
		daisy dana daniela daniella danielle daphne darlene dawn deanna deb debbie deborah debra deirdre delia delores delphine demi denise denisha desiree
		diana diandra diane dianne dina dolly dolores dominga donna dora doris dorothea dorothee dorothy dottie ebony edith edna effie eileen elaine eleanor
		elena elisa elisabeth elise eliza elizabeth elke ella ellen ellie eloisa eloise elsa elsie elvira emilia emilie emily emma emmanuelle erica erika
		erin ernestine esme esmeralda esperanza estelle esther ethel etta eugenia eunice eva evangeline evelyn evie fabienne faith farah fatemeh fatima
		fatou felicia felicity fern fernanda fiona flora florence florencia florentina frances francesca francine francoise freya frida frieda gabby
		gabriela gabriella gabrielle gail gemma genevieve georgina geraldine germaine gertrude ghislaine gigi gina ginger gisele giselle giulia giuliana
		gladys glenda gloria golda grace graciela greta gretchen griselda guadalupe gwen gwendolyn gwyneth hadley haley hanna hannah harriet hayley hazel
		heather hedwig heidi helen helena helene helga henrietta hermione hilda hildegard hillary holly hope hortense huma ida ilana ilaria ilhan ilse imani
		imelda imogen ina ines inez inga inge ingeborg ingrid iolanda irene irina iris irma isabel isabela isabella isabelle isla isolde ivana ivanka ivette
		ivy jacinda jackie jaclyn jacqueline jada jana jane janelle janet janette janice janine janis jasmin jasmine jayne jean jeanette jeanne jeannie
		jeannine jemima jenifer jenna jennie jennifer jenny jeri jessica jill jillian jo joan joann joanna joanne jocelyn johanna jolene jordana josefina
		joselyn josephine josie joy joyce juana juanita judi judit judith judy julia juliana julianna julianne julie juliet juliette june justine kaitlin
		kaitlyn kamala kamila kara karen karina karine karla karolina kasia katarina kate katelyn katerina katharina katharine katherine kathleen kathrin
		kathryn kathy katie katja katrina katya kay kaye kayla kayleigh keira keisha kelli kellie kellyanne kendra keri kerstin khadija kiersten kimberley
		kimberly kirsten kirstie kirstin kirstjen kirsty krista kristen kristi kristie kristin kristina krystal kylie lana lara larissa lashonda latasha
		latisha latoya laura laurel lauren laurie lauryn lavinia lea leah leanne leila leilani lena lenore leonie leonora leslie leticia letitia lidia liesl
		lila lilian liliana lillian lilly lily linda lindsay lisa liz lizzie lois lola lorena loretta lori lorna lorraine louisa louise luana lucia luciana
		lucie lucille lucinda lucy ludmila luisa lupita lydia lyla lynda lynette lynn lynne mabel madeleine madeline madelyn madonna mae magdalena maggie
		maisie malala malia mallory mandy manuela mara marcela marcella marci marcia marcie margaret margarita margaux margery margo margot marguerite maria
		mariah mariam mariana marianna marianne maribel marie mariella marietta marika marilyn marina marisa marisol marissa maritza marjorie marjory marla
		marlena marlene marsha marta martha martina mary maryam maryann matilda maud maude maura maureen mavis maxine maya mayra meaghan meg megan meghan
		megyn mei melania melanie melina melinda melissa melody mercedes meredith meryl mia michele michelle mikayla mila mildred milena millie mimi mindy
		minnie miranda mireille miriam mitzi moira mollie molly mona monica muriel myra myriam myrna nadia nadine nadja nancy nanette naomi naomie nastassja
		natacha natalia natalie natalya natasha nathalie neda nell nellie nelly nettie nia nicole nicolette nidia niki nikki nina noelle noemi nora noreen
		norma nubia nydia octavia odette oksana olena olga olivia oona ophelia oprah oriana paloma pam pamela pamelia paola patrice patricia patrizia patti
		patty paula paulette paulina pauline peggy penelope penny petra philippa phoebe phyllis pia pilar polly portia priscilla priya priyanka queenie
		rachael rachel rachelle rafaela ramona rana randi raquel rashida reba rebecca rebekah reena regina reina renata renee reyna rhea rhiannon rhonda
		ricarda rihanna rita roberta robyn roisin romina rosa rosalia rosalie rosalind rosalyn rosamund rosanna rosanne rose roseann rosemarie rosemary
		rosetta rosie rosita rowena roxana roxane roxanne ruby ruth ruthie sabine sabrina sadie safiya sally salma samantha sandra sanna saoirse sara sarah
		saskia scarlett selena selma serena shakira shania shanna shannon shantel shari sharon sharron shauna sheena sheila shelley sheri sherri sherry
		sheryl shirin shirley shonda sidsel sienna sigrid silke silvia simona simone sinead siobhan siri sofia solange soledad sondra sonia sonja sophia
		sophie soraya stacey stacie stacy stefania stefanie steffi stella stephanie stephany sue sunita susan susana susanna susannah susanne suzan suzanne
		suzette svetlana sybil sylvia tabitha talia tamar tamara tamika tammy tania tanya tara tasha tatiana tatyana tawny teresa tessa thea thelma theodora
		theresa tiana tiffany tilda tina tonia tonya tori tracey tricia trina trish trisha trudy tulsi twyla una ursula uta valentina valeria valerie
		vanessa vanna velma venus vera verena veronica veronika vicki vickie vicky victoria viktoria vilma viola violet virgie virginia vivian viviana
		vivienne wanda wendy whitney whoopi wilhelmina willa wilma winifred winnie xiomara yana yasmin yasmine yelena yesenia yoko yolanda yulia yuliya
		yvette yvonne zainab zara zelda zendaya zenobia zoe zoey zora zuzana`,
}

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

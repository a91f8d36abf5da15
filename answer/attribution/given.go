package attribution

import "strings"

// honorifics tell of whom an article would say he or she.
var honorifics = map[string]gender{
	"mr": male, "sir": male, "lord": male, "king": male, "prince": male, "pope": male, "congressman": male, "spokesman": male, "chairman": male, "father": male,
	"mrs": female, "ms": female, "miss": female, "lady": female, "queen": female, "princess": female, "congresswoman": female,
	"spokeswoman": female, "chairwoman": female, "dame": female, "sister": female,
}

// givenNames are common given names, with what an article would say of somebody
// who has one. Those that both men and women have are left out.
var givenNames = given(
	`aaron abdul abraham adam adrian ahmed al alan albert alex alexander alfred ali allen andre andrew andy anthony antonio arnold art arthur
	barack barry bart ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bryan
	calvin carl carlos charles charlie chris christopher chuck clarence clark clay clint cliff colin corey cory craig curt curtis cyrus
	dan daniel darrell darren dave david dean dennis derek dick dinesh dmitry don donald doug douglas duncan dwight
	earl ed eddie edgar eduardo edward edwin eli elijah elliott emmanuel eric erik ernest eugene evan
	federico felipe fernando francis francisco frank franklin fred frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard
	gilbert glenn gordon graham grant greg gregory guy hank harold harry harvey hector henry herbert herman howard hugh hugo
	ian igor isaac ivan jack jacob jake james jamal jared jason jay jeb jeff jefferson jeffrey jeremy jerome jerry jesus jim jimmy joe joel john
	johnny jon jonathan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth kevin khizr kim-jong kurt kyle
	lamar lance larry lawrence lee len leo leon leonard lewis lindsey lloyd louis lucas luis luke malcolm manuel marc marco marcus mario mark
	marshall martin marvin matt matteo matthew maurice max melvin merrick michael miguel mike mitch mitchell mitt mohamed mohammed morgan moses muhammad
	nathan nathaniel ned neil newt nicholas nick nicolas nigel noah norman oliver omar oscar otto owen pablo pat patrick paul pedro pete peter phil
	philip phillip pierre preet rafael ralph rand randall randy raul ray raymond reince rex richard rick ricky rob robert roberto rod roger roland
	ron ronald ross roy rudolph rudy russ russell ryan salman sam samuel scott sean sebastian sergei sergey seth shane shawn sheldon sherrod sid sidney
	simon spencer stan stanley stephen steve steven stuart tad ted terrence terry theodore thomas tim timothy todd tom tommy tony travis trevor trey troy tucker tyler
	vernon victor vincent vladimir wallace walter warren wayne wendell wilbur will william winston wolf xavier yuri zach zachary`,
	`abigail adriana agnes alejandra alexandra alexis alice alicia alison allison amanda amber amy ana andrea angela angelina anita ann anna anne
	annette april ariana audrey ayanna barbara beatrice becky bernadette bernice beth bethany betsy betty beverly bonnie brenda bridget brittany
	camille candice carla carly carmen carol carole caroline carolyn carrie catherine cathy cecilia celeste charlotte chelsea cheryl christina christine
	cindy claire clara claudia colleen condoleezza connie crystal cynthia daisy dana danielle dawn deb debbie deborah debra delores denise diana diane dianne
	dolores donna doris dorothy ebony edith eileen elaine eleanor elena elizabeth ella ellen eloise emily emma erica erin esther ethel eva evelyn
	faith felicia fiona florence frances gabby gabriela gabrielle gail geraldine gina ginger gladys gloria grace greta gwen hannah hazel heather
	heidi helen hillary holly hope huma ilhan ingrid irene iris isabel ivanka ivy jackie jacqueline jane janet janice jasmine jean jeanette jeanne jenna
	jennifer jenny jessica jill jo joan joann joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie june karen karine kate katherine
	kathleen kathryn kathy katie katrina kay kayla kayleigh kellyanne kimberly kirsten kirstjen kristen kristin lara latoya laura lauren laurie leah lena leslie
	lillian linda lisa liz lois loretta lori lorraine louise lucille lucy lydia lynn madeleine maggie mandy marcia margaret maria marie marilyn marissa marjorie
	marla marsha martha mary maureen maxine megan meghan melania melanie melissa mercedes meredith mia michele michelle mildred miranda miriam molly monica
	nadia nancy naomi natalie natasha nellie nicole nikki nina nora norma olga olivia pam pamela patricia patti patty paula pauline peggy penelope penny
	phyllis priscilla rachel ramona rebecca regina renee rhonda rita roberta robyn rosa rose rosemary roxanne ruby ruth sabrina sally samantha sandra
	sara sarah serena shannon sharon sheila shelley sheryl shirley sonia sophia sophie stacey stacy stella stephanie sue susan susana suzanne sylvia
	tamara tammy tanya tara teresa theresa tiffany tina tracey tulsi valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian
	wanda wendy whitney whoopi winifred yolanda yvette yvonne zoe`)

func given(men, women string) map[string]gender {
	m := make(map[string]gender)
	for n := range strings.FieldsSeq(men) {
		m[n] = male
	}
	for n := range strings.FieldsSeq(women) {
		m[n] = female
	}
	return m
}

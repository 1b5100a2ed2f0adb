// Prints, as JSON, when schedules run according to the libraries that the operators use:
//
//   - cloudnative-pg: cron.Parse of github.com/robfig/cron v1.2.0 (internal/controller/scheduledbackup_controller.go)
//   - velero: cron.ParseStandard of github.com/robfig/cron/v3 v3.0.1 (pkg/controller/schedule_controller.go)
//   - kubernetes: the same with the time zone put in front, as the CronJob controller does (pkg/controller/cronjob/utils.go), after
//     the API server has refused a zone inside of the schedule (pkg/apis/batch/validation/validation.go)
//
// The output is the fixture of the tests of CronSchedule:
//
//	cd conformance/cron
//	go run . > ../../plugins/holdfast-common/src/quantity/__fixtures__/cronRuns.json
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"
	"time"
	_ "time/tzdata"

	cron1 "github.com/robfig/cron"
	cron3 "github.com/robfig/cron/v3"
)

type schedule interface {
	Next(time.Time) time.Time
}

type expectation struct {
	After string   `json:"after"`
	Next  []string `json:"next"`
}

type testCase struct {
	Dialect    string        `json:"dialect"`
	Expression string        `json:"expression"`
	TimeZone   string        `json:"timeZone,omitempty"`
	Refused    string        `json:"refused,omitempty"`
	Runs       []expectation `json:"runs,omitempty"`
}

const runsPerInstant = 4

// An ordinary moment, the eve of a leap day with a fraction of a second, and the last second before a run at midnight.
var instants = []string{
	"2026-11-20T10:01:02Z",
	"2028-02-28T23:58:59.5Z",
	"2026-12-31T23:59:59Z",
}

var shared = []string{
	// Numbers, lists, ranges, steps
	"* * * * *", "0 2 * * *", "30 3 * * *", "*/15 * * * *", "0 */6 * * *", "5-10 * * * *", "5-50/15 * * * *", "7/20 * * * *",
	"1,31 4,16 * * *", "0 0 1 * *", "0 0 31 * *", "0 12 1 1 *", "0 2 1-7 * *", "0 0-23/8 * * *", "59 23 31 12 *", "03 04 * * *",
	"+5 * * * *",
	// Day of month and day of week together: a star in either means both, else one of them is enough
	"0 2 * * 1", "0 2 13 * 5", "0 2 */2 * 1", "0 2 */1 * 1", "0 2 13 * */2", "0 2 13 * */1", "0 2 ? * 3", "0 2 13 * ?",
	"0 2 1,*/10 * 1", "0 2 1 * 0-6", "0 2 1-31 * 1", "0 2 *-5 * 1",
	// Names
	"0 2 * * MON-FRI", "0 2 * * sun", "0 2 * jan,JUL *", "0 2 * Feb-mar 6",
	// Never, or almost never
	"0 2 30 2 *", "0 2 31 4,6,9,11 *", "0 2 29 2 *", "0 2 30 2 1", ", * * * *", "0 2 , * 1", "0 2 29 2 */9",
	// Six fields
	"0 0 2 * * *", "30 */10 * * * *", "*/20 0 3 * * 1-5", "0 0 2 1 * 1", "0 30 1 */2 * 0", "15,45 59 23 28-31 * ?", "0 0 0 29 2 *",
	"0 0 2 ? * 6", "0 0 0 1 */3 *", "0 0 4 */28 * 1", "10-20/5 * * * * *",
	// Descriptors
	"@daily", "@midnight", "@hourly", "@weekly", "@monthly", "@yearly", "@annually",
	"@every 6h", "@every 1h30m", "@every 1.5h", "@every 90s", "@every 10ms", "@every 1m30.9s", "@every -1h", "@every 0",
	// Refused by one or all of them
	"", " ", "0 2 * *", "0 0 0 2 * * *", "60 * * * *", "0 24 * * *", "0 2 0 * *", "0 2 32 * *", "0 2 * 13 *", "0 2 * * 7",
	"0 2 * * 5-1", "0 2 L * *", "0 2 15W * *", "0 2 * * 5#2", "0 2 * * MON#1", "*/0 * * * *", "1-2-3 * * * *", "1/2/3 * * * *",
	"-5 * * * *", "a * * * *", "0 2 * foo *", "@reboot", "@fortnightly", "@Daily", " @daily", "@daily ", "@every", "@every 6", "@every 1d",
	"TZ=UTC 0 2 * * *", "CRON_TZ=Europe/Berlin 0 2 * * *", "TZ=Nowhere/Land 0 2 * * *", "TZ=UTC", "CRON_TZ= 0 2 * * *",
	"CRON_TZ=UTC @daily", "CRON_TZ=europe/berlin 0 2 * * *", "CRON_TZ=America/New_York @every 6h", "CRON_TZ=UTC 0 0 2 * * *",
}

// Around changes to and from summer time; Santiago changes at midnight. Not Lord Howe, which changes by half an hour: the libraries step by
// whole hours and miss the runs of that day.
var zoned = []struct {
	zone     string
	instants []string
}{
	{"Europe/Berlin", []string{"2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T00:45:00Z"}},
	{"America/New_York", []string{"2026-03-08T05:00:00Z", "2026-11-01T04:30:00Z"}},
	{"America/Santiago", []string{"2026-04-04T12:00:00Z", "2026-09-05T12:00:00Z"}},
	{"Asia/Kolkata", []string{"2026-11-20T10:01:02Z"}},
}

var zonedExpressions = []string{
	"0 2 * * *", "30 2 * * *", "15 1 * * *", "30 0 * * *", "0 0 * * *", "0 3 * * *", "0 * * * *", "*/30 1-3 * * *", "0 2 * * 1", "0 2 29 2 *",
	"0 6 1 1 *",
}

func parse(dialect, expression, zone string) (parsed schedule, err error) {
	// The operators recover too: version 3 panics on a zone without fields.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	if dialect == "cloudnative-pg" {
		return cron1.Parse(expression)
	}
	if dialect == "kubernetes" && strings.Contains(expression, "TZ") {
		return nil, fmt.Errorf("cannot use TZ or CRON_TZ in schedule, use timeZone field instead")
	}
	if zone != "" {
		expression = "TZ=" + zone + " " + expression
	}
	return cron3.ParseStandard(expression)
}

func observe(dialect, expression, zone string, instants []string) testCase {
	result := testCase{Dialect: dialect, Expression: expression, TimeZone: zone}
	parsed, err := parse(dialect, expression, zone)
	if err != nil {
		result.Refused = err.Error()
		return result
	}
	for _, instant := range instants {
		moment, err := time.Parse(time.RFC3339Nano, instant)
		if err != nil {
			log.Fatal(err)
		}
		runs := expectation{After: instant, Next: []string{}}
		for range runsPerInstant {
			moment = parsed.Next(moment)
			// The zero time: nothing within five years.
			if moment.IsZero() {
				break
			}
			runs.Next = append(runs.Next, moment.UTC().Format(time.RFC3339))
		}
		result.Runs = append(result.Runs, runs)
	}
	return result
}

func main() {
	time.Local = time.UTC
	var cases []testCase
	for _, dialect := range []string{"cloudnative-pg", "velero", "kubernetes"} {
		for _, expression := range shared {
			cases = append(cases, observe(dialect, expression, "", instants))
		}
	}
	for _, at := range zoned {
		for _, expression := range zonedExpressions {
			cases = append(cases, observe("kubernetes", expression, at.zone, at.instants))
		}
	}

	// One case a line, so that a change can be read in a diff.
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"origin\": %q,\n  \"cases\": [\n",
		"conformance/cron/main.go: github.com/robfig/cron v1.2.0 and github.com/robfig/cron/v3 v3.0.1")
	for i, c := range cases {
		line, err := json.Marshal(c)
		if err != nil {
			log.Fatal(err)
		}
		separator := ","
		if i == len(cases)-1 {
			separator = ""
		}
		fmt.Fprintf(&out, "    %s%s\n", line, separator)
	}
	out.WriteString("  ]\n}\n")
	if _, err := os.Stdout.Write(out.Bytes()); err != nil {
		log.Fatal(err)
	}
}

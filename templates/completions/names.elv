
# Names behind a subcommand, and the values of options.
var sciatica-by-words = $edit:completion:arg-completer[sciatica]
var sciatica-lists = [
{%- for place in places %}
{%- if let Some(list) = place.list %}
    &'{{ place.subcommand }}{% if let Some(option) = place.option %} --{{ option }}{% endif %}'={{ list }}
{%- endif %}
{%- endfor %}
]
var sciatica-names = [
{%- for list in lists %}
    [
{%- for value in list %}
        ['{{ value.get_name() }}' '{{ self.is(value) }}']
{%- endfor %}
    ]
{%- endfor %}
]
var sciatica-free = [{% for option in self.free_options() %} --{{ option }}{% endfor %} ]
var sciatica-parents = [{% for parent in parents %} {{ parent }}{% endfor %} ]
set edit:completion:arg-completer[sciatica] = {|@words|
    var word = $words[-1]
    var place = ''
    if (and (> (count $words) 2) (not (str:has-prefix $word '-'))) {
        set place = $words[1]
        if (and (> (count $words) 3) (has-value $sciatica-parents $words[1])) {
            set place = $words[1]' '$words[2]
        }
        if (has-key $sciatica-lists $place' '$words[-2]) {
            set place = $place' '$words[-2]
        }
    }
    if (has-value $sciatica-free $words[-2]) {
        edit:complete-filename $@words
    } elif (has-key $sciatica-lists $place) {
        var ahead = ''
        if (str:contains $word ',') {
            set ahead = $word[..(+ 1 (str:last-index $word ','))]
        }
        for value $sciatica-names[$sciatica-lists[$place]] {
            var name is = $@value
            edit:complex-candidate $ahead$name &display=$name'  '$is
        }
    } elif (or (< (count $words) 4) (has-value $sciatica-parents $words[1])) {
        $sciatica-by-words $@words
    } else {
        # Behind its names a subcommand has the options that it has in front of them.
        $sciatica-by-words $words[0] $words[1] ''
    }
}

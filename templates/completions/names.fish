
# Names behind a subcommand, and lists between commas.
function __fish_sciatica_list
    set -l ahead (commandline -ct | string replace -r -- '^--[^=]*=' '' | string match -r -- '^.*,')
    for name in ($argv)
        echo "$ahead$name"
    end
end
{%- for list in lists %}

function __fish_sciatica_names_{{ loop.index0 }}
    printf '%s\t%s\n'
{%- for value in list %} \
        {{ value.get_name() }} '{{ self.is(value) }}'
{%- endfor %}
end
{%- endfor %}
{% for subcommand in without_files %}
complete -c sciatica -n "__fish_sciatica_using_subcommand {{ subcommand }}" -f
{%- endfor %}
{%- for place in places %}
{%- if let Some(list) = place.list %}
{%- if place.option.is_none() %}
complete -c sciatica -n "{{ place.condition() }}" -a "(__fish_sciatica_names_{{ list }})"
{%- endif %}
{%- if let Some(option) = place.option %}{% if place.commas %}
complete -c sciatica -n "{{ place.condition() }}" -l {{ option }} -d '{{ place.about }}' -r -f -a "(__fish_sciatica_list __fish_sciatica_names_{{ list }})"
{%- endif %}{% endif %}
{%- endif %}
{%- endfor %}

    # Names behind a subcommand, and the values of options.
    $words = @($commandAst.CommandElements.Extent | Where-Object { $_.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Text })
    $lists = @{
{%- for place in places %}
{%- if let Some(list) = place.list %}
        '{{ place.subcommand }}{% if let Some(option) = place.option %} --{{ option }}{% endif %}' = {{ list }}
{%- endif %}
{%- endfor %}
    }
    $parents = @({% for parent in parents %}{% if !loop.first %}, {% endif %}'{{ parent }}'{% endfor %})
    $free = @({% for option in self.free_options() %}{% if !loop.first %}, {% endif %}'--{{ option }}'{% endfor %})
    if ($words.Count -gt 1 -and -not $wordToComplete.StartsWith('-')) {
        if ($words[-1] -in $free) { return }
        $command = $words[1]
        if ($words.Count -gt 2 -and $words[1] -in $parents) { $command = "$($words[1]) $($words[2])" }
        $list = $lists["$command $($words[-1])"]
        if ($null -eq $list) { $list = $lists[$command] }
        $names = @(switch ($list) {
{%- for list in lists %}
            {{ loop.index0 }} {
{%- for value in list %}
                '{{ value.get_name() }}', '{{ self.is(value) }}'
{%- endfor %}
            }
{%- endfor %}
        })
        $ahead = if ($wordToComplete -match '^.*,') { $Matches[0] } else { '' }
        for ($i = 0; $i -lt $names.Count; $i += 2) {
            $name = $ahead + $names[$i]
            $is = if ($names[$i + 1]) { $names[$i + 1] } else { $name }
            if ($name -like "$wordToComplete*") {
                [CompletionResult]::new($name, $names[$i], [CompletionResultType]::ParameterValue, $is)
            }
        }
        if ($names.Count -gt 0) { return }
    }

    # Behind its names a subcommand has the options that it has in front of them.
    $depth = if ($words[1] -in $parents) { 3 } else { 2 }
    $commandElements = @($commandAst.CommandElements | Select-Object -First $depth)

use str
set edit:completion:arg-completer[sciatica] = {|@words|
    tmp E:SCIATICA_COMPLETE = elvish
    e:sciatica -- $@words | from-lines | each {|line|
        var name stands-for = (str:split &max=2 "\t" $line)
        if (eq $stands-for '') {
            put $name
        } else {
            edit:complex-candidate $name &display=$name'  '$stands-for
        }
    }
}

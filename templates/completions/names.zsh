    # Lists between commas: what stands before the last comma is done.
    if [[ "${words[CURRENT]}" == --({{ self.list_options()|join("|") }})=* ]]; then
        words[CURRENT]=("${words[CURRENT]%%=*}" "${words[CURRENT]#*=}")
        (( CURRENT += 1 ))
        compset -P '*='
    fi
    if [[ "${words[CURRENT-1]}" == --({{ self.list_options()|join("|") }}) ]]; then
        compset -P '*,'
    fi

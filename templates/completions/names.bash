
# Lists between commas; and --with=NAME, which bash takes apart into three words.
_sciatica_words() {
    local word="$2" option="$3" ahead="" i
    if [[ "${option}" == "=" ]]; then
        option="${COMP_WORDS[COMP_CWORD-2]}"
    elif [[ "${word}" == "=" ]]; then
        word=""
    fi
    case "${option}" in
        {% for option in self.list_options() %}{% if !loop.first %}|{% endif %}--{{ option }}{% endfor %})
            ahead="${word%"${word##*,}"}"
            word="${word##*,}"
            ;;
    esac
    COMP_WORDS[COMP_CWORD]="${word}"
    _sciatica "$1" "${word}" "${option}"
    for i in "${!COMPREPLY[@]}"; do
        COMPREPLY[i]="${ahead}${COMPREPLY[i]}"
    done
}

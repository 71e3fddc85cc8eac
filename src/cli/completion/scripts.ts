import type { Shell } from './shells.ts'

/**
 * The script that each shell evaluates. It passes the typed words to `wxauth complete`, which prints one candidate a
 * line, with the description after a tab. If there is none, the shell completes file names.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  // `=` breaks words in bash, so the script splits the line at blanks itself, and returns only the part of a candidate
  // after its last `=`.
  bash: `# bash completion for wxauth: eval "$(wxauth completion bash)"
_wxauth() {
  local line=\${COMP_LINE:0:COMP_POINT} words typed value prefix=
  read -ra words <<< "$line"
  typed=
  if [[ $line != *[[:space:]] ]]; then typed=\${words[\${#words[@]}-1]}; unset 'words[\${#words[@]}-1]'; fi
  COMPREPLY=()
  [[ $typed == *=* ]] && prefix=\${typed%=*}=
  while IFS=$'\\t' read -r value _; do
    [[ -n $value ]] && COMPREPLY+=("\${value#"$prefix"}")
  done < <("$1" complete -- "\${words[@]:1}" "$typed" 2>/dev/null)
}
complete -o default -F _wxauth wxauth`,

  zsh: `#compdef wxauth
# zsh completion for wxauth: eval "$(wxauth completion zsh)"
_wxauth() {
  local -a described
  local line value text
  for line in "\${(@f)$(\${words[1]} complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    value=\${line%%$'\\t'*} text=\${line#*$'\\t'}
    described+=("\${value//:/\\\\:}\${text:+:$text}")
  done
  if (( \${#described} )); then _describe wxauth described; else _files; fi
}
if [[ \${funcstack[1]} == _wxauth ]]; then _wxauth "$@"; else compdef _wxauth wxauth; fi`,

  fish: `# fish completion for wxauth: wxauth completion fish | source
function __wxauth_complete
    set -l words (commandline -opc)
    $words[1] complete -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c wxauth -f -a '(__wxauth_complete)'
complete -c wxauth -n 'test -z "$(__wxauth_complete)"' -F`,
}

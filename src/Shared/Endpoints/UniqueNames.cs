namespace TypedLlm.Endpoints;

/// <summary>Names for members of the generated class that clash with no name of the interface and not with each other.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public void Reserve(string name) => _taken.Add(name);

    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + CSharpLiterals.Number(number);
        }

        return name;
    }
}

using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>The partial of a family: a property for each of its types, of which one at most is not null.</summary>
internal sealed class UnionPartial : IPartialMembers
{
    private const string Services = "global::TypedLlm.CompilerServices";

    private readonly UnionShape _type;
    private readonly string _className;
    private readonly List<(UnionCase Case, ObjectShape Type, string Name)> _cases = [];

    public UnionPartial(UnionShape type, AnswerShape shape, string className)
    {
        (_type, _className) = (type, className);
        var names = new List<string> { PartialTypes.Name };
        foreach (var item in type.Cases)
        {
            // Of two types of one name, and of one that is called like the partial, the later ones get an underscore.
            var found = Find(shape, item);
            var name = FreeName.Of(TypeNames.Identifier(found.Name), names);
            names.Add(name);
            _cases.Add((item, found, name));
        }
    }

    public IEnumerable<string> Names => _cases.ConvertAll(static item => item.Name);

    public void WriteProperties(SourceWriter writer, string field)
    {
        for (var i = 0; i < _cases.Count; i++)
        {
            var (item, type, name) = _cases[i];
            var value = $"this.{field}.Case({_className}.Cases, {CSharpLiterals.Number(i)})";
            var (shown, code) = type.Partial is null
                ? ($"{type.Type}?", $"{value}.Whole<{type.Type}?>({_className}.{Reader(i)})")
                : ($"{type.Type}.{PartialTypes.Name}?", $"{value} is {{ IsContainer: true }} found ? new {type.Type}.{PartialTypes.Name}(found) : null");
            writer.WriteLine();
            writer.Write($"""
                /// <summary>Null if it is another type, or none yet.</summary>
                {(item.IsPublic ? "public" : "internal")} {shown} {name} => {code};
                """);
        }
    }

    public void WriteExtensions(SourceWriter writer, string modifier, string partial, string field)
    {
        writer.WriteLine();
        writer.Write($"""
            /// <summary>The name of the type that has begun; null before that.</summary>
            {modifier} static string? Case(this {partial} partial) => partial.{field}.CaseName({_className}.Cases);
            """);
    }

    public void WriteHelpers(SourceWriter writer)
    {
        writer.Write($"internal static readonly {Services}.AnswerCases Cases = new({CSharpLiterals.Text(_type.Discriminator)}, {NameList.Of(_type.Cases, static item => item.WireName)}){(_type.AreNamesOfMembers ? " { AreNamesOfMembers = true }" : "")};");
        for (var i = 0; i < _cases.Count; i++)
        {
            if (_cases[i].Type is { Partial: null } type)
            {
                writer.WriteLine();
                writer.Write($"internal static {type.Type}? {Reader(i)}(ref {Services}.AnswerReader reader) => {AnswerClassNames.Full(AnswerClassNames.OfObject(type.Type))}.Read(ref reader);");
            }
        }
    }

    private static string Reader(int index) => $"ReadCase{CSharpLiterals.Number(index)}";

    private static ObjectShape Find(AnswerShape shape, UnionCase item)
    {
        foreach (var type in shape.Types)
        {
            if (type is ObjectShape found && type.Type == item.Type)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"The shape has no type {item.Type}.");
    }
}

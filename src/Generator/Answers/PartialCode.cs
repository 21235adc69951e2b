using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>
/// Code that shows values while they arrive, with helper methods in one static class: one that reads each type that is shown only whole, and one that
/// shows each type of element.
/// </summary>
/// <param name="values">Prints how values are read in that class.</param>
/// <param name="className">The class.</param>
internal sealed class PartialCode(ValueCode values, string className)
{
    private const string Services = "global::TypedLlm.CompilerServices";

    private readonly List<TypeUse> _elements = [];
    private readonly List<TypeUse> _wholes = [];

    /// <summary>Whether parts of a value are shown before it is whole.</summary>
    public bool Grows(TypeUse use) => use.Kind is TypeKind.String or TypeKind.List or TypeKind.Dictionary || Nested(use) is not null;

    /// <summary>The type that shows a value where something of it is there: null then says that the value is null.</summary>
    public string TypeOf(TypeUse use) => use.Kind switch
    {
        TypeKind.List or TypeKind.Dictionary => $"{ListType(use)}{(use.IsNullable ? "?" : "")}",
        _ when Nested(use) is { } nested => $"{nested}{(use.IsNullable ? "?" : "")}",
        _ => use.Type,
    };

    /// <summary>An expression that shows a value that grows.</summary>
    public string Show(TypeUse use, string value)
    {
        if (use.Kind == TypeKind.String)
        {
            return $"{value}.Text(){(use.IsNullable ? "" : " ?? \"\"")}";
        }

        return use.IsNullable ? $"{value} is {{ IsContainer: true }} found ? {View(use, "found")} : null" : View(use, value);
    }

    /// <summary>The view of a root; null if it has none.</summary>
    public string? ViewOfRoot(TypeUse root, string value) =>
        root.Kind is TypeKind.List or TypeKind.Dictionary || Nested(root) is not null ? View(root, value) : null;

    /// <summary>The methods that the code written so far calls, and those that these call.</summary>
    public void WriteHelpers(SourceWriter writer)
    {
        for (var i = 0; i < _elements.Count; i++)
        {
            writer.WriteLine();
            WriteElement(writer, _elements[i], ElementMethod(i));
        }

        for (var i = 0; i < _wholes.Count; i++)
        {
            writer.WriteLine();
            writer.Write($"internal static {_wholes[i].Type} {WholeMethod(i)}(ref {Services}.AnswerReader reader) => {values.Read(_wholes[i])};");
        }
    }

    private static string ElementMethod(int index) => $"ShowElement{CSharpLiterals.Number(index)}";

    private static string WholeMethod(int index) => $"ReadWhole{CSharpLiterals.Number(index)}";

    /// <summary>The nested type that shows a named type.</summary>
    private string? Nested(TypeUse use) => use.Kind == TypeKind.Named && values.Find(use) is { Partial: not null } type ? $"{type.Type}.{PartialTypes.Name}" : null;

    private string View(TypeUse use, string value) => Nested(use) is { } nested
        ? $"new {nested}({value})"
        : $"new {ListType(use)}({value}, {className}.{ElementShower(use)}, isWhole: {(use.Kind == TypeKind.List && Grows(use.Element!) ? "false" : "true")})";

    private string ListType(TypeUse use) => $"global::TypedLlm.PartialList<{ElementType(use)}>";

    private string ElementType(TypeUse use) => use.Kind == TypeKind.Dictionary
        ? $"global::System.Collections.Generic.KeyValuePair<{use.Key!.Type}, {TypeOf(use.Element!)}>"
        : TypeOf(use.Element!);

    private string ElementShower(TypeUse list) => ElementMethod(Place(_elements, list));

    private string WholeReader(TypeUse use) => WholeMethod(Place(_wholes, use));

    private static int Place(List<TypeUse> uses, TypeUse use)
    {
        if (uses.IndexOf(use) is >= 0 and var known)
        {
            return known;
        }

        uses.Add(use);
        return uses.Count - 1;
    }

    private void WriteElement(SourceWriter writer, TypeUse list, string name)
    {
        var type = ElementType(list);
        writer.Write($"internal static bool {name}({Services}.PartialValue value, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {type} element)");
        writer.Open();
        var element = list.Element!;
        if (list.Kind == TypeKind.Dictionary)
        {
            WriteEntry(writer, list, type);
        }
        else if (Grows(element))
        {
            writer.Write($"""
                element = {Show(element, "value")};
                return true;
                """);
        }
        else
        {
            writer.Write($"return value.TryRead<{element.Type}>({WholeReader(element)}, out element);");
        }

        writer.Close();
    }

    private void WriteEntry(SourceWriter writer, TypeUse list, string type)
    {
        var (key, element) = (list.Key!, list.Element!);
        var isThere = $"value.TryReadKey<{key.Type}>({WholeReader(key)}, isNumber: {CollectionCode.KeyIsNumber(key)}, out var key)";
        if (!Grows(element))
        {
            isThere += $" && value.EntryValue.TryRead<{element.Type}>({WholeReader(element)}, out var item)";
        }

        writer.Write($"if ({isThere})");
        writer.Open();
        if (Grows(element))
        {
            writer.Write($"{TypeOf(element)} item = {Show(element, "value.EntryValue")};");
        }

        writer.Write($"""
            element = new {type}(key, item);
            return true;
            """);
        writer.Close();
        writer.Write("""

            element = default;
            return false;
            """);
    }
}

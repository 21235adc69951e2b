using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Code that reads and writes values of any type inside one class, with a helper method for each type of collection there.</summary>
internal sealed class ValueCode(AnswerShape shape)
{
    private const string Services = "global::TypedLlm.CompilerServices";

    private readonly List<CollectionCode> _collections = [];
    private int _names;

    /// <summary>An expression that reads a value; its type is the target's.</summary>
    public string Read(TypeUse use)
    {
        var value = use.Kind switch
        {
            TypeKind.Named => $"{AnswerClassNames.Full(AnswerClassNames.Of(Find(use)))}.Read(ref reader)",
            TypeKind.List or TypeKind.Dictionary => $"{Collection(use).ReadName}(ref reader)",
            var scalar => $"reader.Read{scalar}()",
        };
        return use.IsNullable ? $"reader.IsNull ? null : {value}" : value;
    }

    /// <summary>A statement that writes the key of a dictionary as the name of a property.</summary>
    public string WriteKey(TypeUse use, string value) => use.Kind switch
    {
        TypeKind.Boolean or (>= TypeKind.SByte and <= TypeKind.Decimal) => $"writer.Name({value});",
        _ => Write(use, value),
    };

    /// <summary>Statements that write a value. What writes reference types writes null as well.</summary>
    public void Write(SourceWriter writer, TypeUse use, string value)
    {
        if (!use.IsNullableValue)
        {
            writer.Write(Write(use, value));
            return;
        }

        var present = $"present{CSharpLiterals.Number(_names++)}";
        writer.Write($"if ({value} is {{ }} {present})");
        writer.Open();
        writer.Write(Write(use, present));
        writer.Close();
        writer.Write("else");
        writer.Open();
        writer.Write("writer.Raw(\"null\"u8);");
        writer.Close();
    }

    /// <summary>The methods that the code written so far reads with, and those that these call.</summary>
    public void WriteReaders(SourceWriter writer)
    {
        for (var i = 0; i < _collections.Count; i++)
        {
            writer.WriteLine();
            _collections[i].WriteReader(writer, this);
        }
    }

    /// <summary>The methods that the code written so far writes with, and those that these call.</summary>
    public void WriteWriters(SourceWriter writer)
    {
        for (var i = 0; i < _collections.Count; i++)
        {
            writer.WriteLine();
            _collections[i].WriteWriter(writer, this);
        }
    }

    /// <summary>The type as C# code without its own nullability, which it may have although null is refused.</summary>
    public static string Bare(TypeUse use) => CanHoldNull(use) ? use.Type.Substring(0, use.Type.Length - 1) : use.Type;

    public static bool CanHoldNull(TypeUse use) => use.Type.EndsWith("?", StringComparison.Ordinal);

    /// <summary>The named type that a use names.</summary>
    public NamedShape Find(TypeUse use)
    {
        NamedShape? found = null;
        foreach (var type in shape.Types)
        {
            // A family whose base is one of its own cases has two shapes of one name; who names the type means the family.
            if (type.Type == use.Name && (found is null || type is UnionShape))
            {
                found = type;
            }
        }

        return found ?? throw new InvalidOperationException($"The shape has no type {use.Name}.");
    }

    private string Write(TypeUse use, string value) => use.Kind switch
    {
        TypeKind.Named => $"{AnswerClassNames.Full(AnswerClassNames.OfWriter(Find(use)))}.Write(ref writer, {value});",
        TypeKind.List or TypeKind.Dictionary => $"{Collection(use).WriteName}(ref writer, {value});",
        TypeKind.Boolean => $"writer.Boolean({value});",
        >= TypeKind.SByte and <= TypeKind.Decimal => $"writer.Number({value});",
        _ => $"writer.Text({value});",
    };

    private CollectionCode Collection(TypeUse use)
    {
        var type = Bare(use);
        foreach (var known in _collections)
        {
            if (known.Type == type)
            {
                return known;
            }
        }

        var added = new CollectionCode(use, _collections.Count);
        _collections.Add(added);
        return added;
    }
}

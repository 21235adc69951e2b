using TypedLlm.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Writes the schema of an answer in the form that the service takes as strict.</summary>
internal sealed class StrictSchemaWriter
{
    // Far beyond what the service takes, which is reported; here only the stack counts.
    private const int DeepestLevel = 100;

    private readonly JsonWriter _json = new();
    private readonly SchemaSize _size = new();
    private readonly SchemaReferences _references;
    private int _level;

    private StrictSchemaWriter(AnswerShape answer) => _references = new SchemaReferences(answer);

    public static StrictSchema Write(AnswerShape answer)
    {
        var writer = new StrictSchemaWriter(answer);
        writer.WriteRoot(answer);
        return new StrictSchema(writer._json.ToString(), writer._size);
    }

    private void WriteRoot(AnswerShape answer)
    {
        _json.Open('{');
        if (RootWrapper.Of(answer) is { } wrapper)
        {
            OpenObject(description: null);
            Property(wrapper);
            WriteUse(answer.Root, new SchemaNotes());
            CloseObject(wrapper);
        }
        else
        {
            var root = (ObjectShape)_references.Shape(answer.Root.Name!);
            WriteObject(root, root.Description);
        }

        if (_references.Definitions.Count > 0)
        {
            _json.Open("$defs", '{');
            foreach (var (name, shape) in _references.Definitions)
            {
                _size.NameCharacters += name.Length;
                _json.Open(name, '{');
                WriteShape(shape, shape.Description, isNullable: false);
                _json.Close('}');
            }

            _json.Close('}');
        }

        _json.Close('}');
    }

    /// <summary>Writes the inside of the schema of a use; the braces around it are the caller's, as with all parts.</summary>
    private void WriteUse(TypeUse use, SchemaNotes notes)
    {
        switch (use.Kind)
        {
            case TypeKind.Named:
                WriteNamed(use, notes);
                break;
            case TypeKind.List:
                OpenList(use, notes);
                _json.Open("items", '{');
                WriteUse(use.Element!, new SchemaNotes());
                _json.Close('}');
                break;
            case TypeKind.Dictionary:
                OpenList(use, notes);
                _json.Open("items", '{');
                WritePair(use);
                _json.Close('}');
                break;
            default:
                WriteScalar(use, notes);
                break;
        }
    }

    private void WriteNamed(TypeUse use, SchemaNotes notes) => WriteNamed(_references.Shape(use.Name!), use, notes);

    private void WriteNamed(NamedShape shape, TypeUse use, SchemaNotes notes)
    {
        if (shape is EnumShape values && notes.Allowed is { } allowed)
        {
            WriteType("string", use.IsNullable);
            WriteDescription(Join(notes.Description, shape.Description));
            WriteValues(EnumValues(values, allowed), use.IsNullable);
        }
        else if (_level > DeepestLevel)
        {
            WriteType("string", isNullable: false);
        }
        else if (_references.Find(shape) is { } reference)
        {
            WriteReference(reference, use.IsNullable, notes.Description);
        }
        else if (use.IsNullable && shape is not EnumShape)
        {
            _json.Open("anyOf", '[');
            _json.Open('{');
            WriteShape(shape, shape.Description, isNullable: false);
            _json.Close('}');
            WriteNull();
            _json.Close(']');
            WriteDescription(notes.Description);
        }
        else
        {
            WriteShape(shape, Join(notes.Description, shape.Description), use.IsNullable);
        }
    }

    // A reference takes nothing beside it.
    private void WriteReference(string reference, bool isNullable, string? description)
    {
        if (!isNullable && description is null)
        {
            _json.Property("$ref", reference);
            return;
        }

        _json.Open("anyOf", '[');
        _json.Open('{');
        _json.Property("$ref", reference);
        _json.Close('}');
        if (isNullable)
        {
            WriteNull();
        }

        _json.Close(']');
        WriteDescription(description);
    }

    private void WriteShape(NamedShape shape, string? description, bool isNullable)
    {
        switch (shape)
        {
            case ObjectShape item:
                WriteObject(item, description);
                break;
            case UnionShape family:
                WriteUnion(family, description);
                break;
            case EnumShape item:
                WriteType("string", isNullable);
                WriteDescription(description);
                WriteValues(EnumValues(item, allowed: null), isNullable);
                break;
        }
    }

    private void WriteObject(ObjectShape shape, string? description)
    {
        OpenObject(description);
        var names = new string[shape.Members.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var member = shape.Members[i];
            names[i] = member.WireName;
            Property(names[i]);
            WriteUse(member.Use, SchemaNotes.Of(member));
            _json.Close('}');
        }

        FinishObject(names);
    }

    private void WriteUnion(UnionShape family, string? description)
    {
        _json.Open("anyOf", '[');
        foreach (var item in family.Cases)
        {
            _json.Open('{');
            OpenObject(description: null);
            Property(item.WireName);
            WriteNamed(_references.Case(item), new TypeUse(TypeKind.Named, item.Type), new SchemaNotes());
            CloseObject(item.WireName);
            _json.Close('}');
        }

        _json.Close(']');
        WriteDescription(description);
    }

    private void WritePair(TypeUse use)
    {
        OpenObject(description: null);
        Property("key");
        WriteUse(use.Key!, new SchemaNotes());
        _json.Close('}');
        Property("value");
        WriteUse(use.Element!, new SchemaNotes());
        _json.Close('}');
        FinishObject("key", "value");
    }

    private void OpenList(TypeUse use, SchemaNotes notes)
    {
        WriteType("array", use.IsNullable);
        WriteDescription(notes.Description);
        Raw("minItems", notes.Find(ConstraintKind.MinLength));
        Raw("maxItems", notes.Find(ConstraintKind.MaxLength));
    }

    private void WriteScalar(TypeUse use, SchemaNotes notes)
    {
        WriteType(ScalarSchemas.Type(use.Kind), use.IsNullable);
        WriteDescription(notes.Description);
        if (notes.Allowed is { } allowed)
        {
            WriteValues(allowed, use.IsNullable);
            return;
        }

        _json.Property("format", ScalarSchemas.Format(use.Kind));
        Raw("pattern", notes.Find(ConstraintKind.Pattern) is { } pattern ? SchemaPatterns.Write(pattern) : ScalarSchemas.Pattern(use.Kind));
        Raw("minimum", notes.Minimum(ScalarSchemas.Minimum(use.Kind)));
        Raw("exclusiveMinimum", notes.Find(ConstraintKind.ExclusiveMinimum));
        Raw("maximum", notes.Maximum(ScalarSchemas.Maximum(use.Kind)));
        Raw("exclusiveMaximum", notes.Find(ConstraintKind.ExclusiveMaximum));
    }

    private void OpenObject(string? description)
    {
        _level++;
        WriteType("object", isNullable: false);
        WriteDescription(description);
        _json.Open("properties", '{');
    }

    private void Property(string name)
    {
        _size.Properties++;
        _size.NameCharacters += name.Length;
        _json.Open(name, '{');
    }

    /// <summary>Closes an object whose only property is open.</summary>
    private void CloseObject(string property)
    {
        _json.Close('}');
        FinishObject(property);
    }

    private void FinishObject(params string[] required)
    {
        _json.Close('}');
        _json.Open("required", '[');
        foreach (var name in required)
        {
            _json.Text(name);
        }

        _json.Close(']');
        _json.Property("additionalProperties", false);
        _level--;
    }

    private void WriteType(string type, bool isNullable)
    {
        if (!isNullable)
        {
            _json.Property("type", type);
            return;
        }

        _json.Open("type", '[');
        _json.Text(type);
        _json.Text("null");
        _json.Close(']');
    }

    private void WriteNull()
    {
        _json.Open('{');
        _json.Property("type", "null");
        _json.Close('}');
    }

    private void WriteDescription(string? description) => _json.Property("description", description);

    private void Raw(string name, string? value)
    {
        if (value is not null)
        {
            _json.Raw(name, value);
        }
    }

    /// <param name="literals">JSON literals.</param>
    /// <param name="isNullable">Whether null is a value too.</param>
    private void WriteValues(IReadOnlyList<string> literals, bool isNullable)
    {
        var characters = 0;
        _json.Open("enum", '[');
        foreach (var literal in literals)
        {
            _json.Raw(literal);
            characters += literal[0] == '"' ? literal.Length - 2 : literal.Length;
        }

        var count = literals.Count;
        if (isNullable)
        {
            _json.Raw("null");
            count++;
        }

        _json.Close(']');
        _size.EnumValues += count;
        _size.NameCharacters += characters;
        _size.LongestEnum = count > SchemaLimits.ManyValues ? Math.Max(_size.LongestEnum, characters) : _size.LongestEnum;
    }

    /// <param name="shape">The enum.</param>
    /// <param name="allowed">Its allowed members as C# code; null if all are.</param>
    private static List<string> EnumValues(EnumShape shape, EquatableArray<string>? allowed)
    {
        var values = new List<string>(shape.Members.Count);
        foreach (var member in shape.Members)
        {
            if (!member.IsAlias && (allowed is null || allowed.Value.Contains($"{shape.Type}.{member.Name}")))
            {
                values.Add(JsonEscapes.Literal(member.WireName));
            }
        }

        return values;
    }

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : first + "\n" + second;
}

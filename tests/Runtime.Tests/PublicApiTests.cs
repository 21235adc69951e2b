using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using TypedLlm.TestKit;

namespace TypedLlm.Runtime.Tests;

/// <summary>What users can write against, line by line.</summary>
public sealed class PublicApiTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Public_api_is_the_approved_one()
    {
        var listing = Listing(typeof(LlmRuntime).Assembly);
        Assert.Equal(RepositoryFiles.Approved("tests/Runtime.Tests/PublicApi.approved.txt", listing), listing);
    }

    private static string Listing(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type is { IsAbstract: true, IsInterface: false } ? "abstract " : type is { IsSealed: true, IsClass: true } ? "sealed " : "";
        var bases = new[] { type.BaseType }.Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum)).Concat(type.GetInterfaces());
        var list = string.Join(", ", bases.Select(parent => Name(parent!)).Order(StringComparer.Ordinal));
        return $"{modifier}{kind} {type.Namespace}.{Name(type)}{(list.Length > 0 ? $" : {list}" : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var field in type.GetFields(Flags).Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName))
        {
            yield return type.IsEnum
                ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}"
                : $"{(field.IsLiteral ? "const" : "field")} {Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}";
        }

        foreach (var property in type.GetProperties(Flags).Where(property => IsVisible(property.GetMethod ?? property.SetMethod!) && IsWritten(property)))
        {
            var setter = property.SetMethod is { } set && IsVisible(set)
                ? set.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;"
                : "";
            var isStatic = property.GetMethod?.IsStatic == true ? "static " : "";
            var isRequired = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
            yield return $"{isStatic}{isRequired}{Name(property.PropertyType, Nullability.Create(property))} {property.Name} {{ get;{setter} }}";
        }

        foreach (var constructor in type.GetConstructors(Flags).Where(constructor => IsVisible(constructor) && IsWritten(constructor)))
        {
            yield return $"new({Parameters(constructor)})";
        }

        foreach (var method in type.GetMethods(Flags).Where(method => IsVisible(method) && IsWritten(method) && !method.IsSpecialName))
        {
            var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
            yield return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    /// <summary>Whether a member stands in the source; records have more.</summary>
    private static bool IsWritten(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        var mark = nullability is { ReadState: NullabilityState.Nullable, Type.IsValueType: false } ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Name(value)}?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]{mark}";
        }

        var outer = type is { DeclaringType: { } declaring, IsGenericParameter: false } ? $"{declaring.Name.Split('`')[0]}." : "";
        var name = outer + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => Name(argument)))}>{mark}" : name + mark;
    }
}
